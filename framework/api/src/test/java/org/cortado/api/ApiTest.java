package org.cortado.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ApiTest {

  /** The first version of the file is the parent's, and the project's. */
  @Test
  void versionIsTheProjectsMajorAndMinor() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    assertThat(Pattern.compile("<version>(\\d+\\.\\d+)\\.").matcher(pom).results())
        .first()
        .extracting((MatchResult version) -> version.group(1))
        .isEqualTo(Api.VERSION);
  }
}
