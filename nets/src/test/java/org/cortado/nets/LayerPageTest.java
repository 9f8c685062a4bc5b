package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LayerPageTest {

  private static final Path PAGE = NetFiles.file("../framework/docs/layers.md");

  @Test
  void thePageOfAllLayersIsCurrent() throws IOException {
    assertThat(Command.run("layers", "--markdown").out().lines())
        .as("./cortado layers --markdown > framework/docs/layers.md writes the page anew")
        .containsExactlyElementsOf(Files.readAllLines(PAGE));
  }
}
