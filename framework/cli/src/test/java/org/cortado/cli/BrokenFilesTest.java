package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of every broken file of a corpus {@code check} says what the text beside it says, less the file's
 * own name.
 */
class BrokenFilesTest {

  private static Path folder() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(BrokenFilesTest.class.getResource("broken")).toURI());
  }

  static List<Path> files() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @Test
  void thereAreMany() throws IOException, URISyntaxException {
    assertThat(files()).hasSizeGreaterThan(90);
  }

  @ParameterizedTest
  @MethodSource("files")
  void areRefusedWithTheirMessages(Path file) throws IOException {
    Path golden = file.resolveSibling(file.getFileName().toString().replace(".yaml", ".txt"));
    Invocation check = Invocation.of("check", file);
    assertThat(check.code()).isIn(ExitCode.DEFINITION, ExitCode.DATA);
    assertThat(check.errWithout(file.resolveSibling("")).replace(file.getFileName() + ":", ""))
        .isEqualTo(Files.readString(golden));
    assertThat(check.out()).isEmpty();
  }
}
