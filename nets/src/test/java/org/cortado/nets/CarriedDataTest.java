package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarriedDataTest {

  @ParameterizedTest
  @ValueSource(strings = {"fashion-mnist/data", "iris/data"})
  void hasTheChecksumsThatStandBesideIt(String folder) throws IOException {
    List<String> sums = Files.readAllLines(NetFiles.file(folder).resolve("SHA256SUMS"));
    assertThat(sums).isNotEmpty();
    for (String line : sums) {
      String[] sumAndName = line.split(" [ *]", 2);
      assertThat(sha256(NetFiles.file(folder).resolve(sumAndName[1]))).isEqualTo(sumAndName[0]);
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
