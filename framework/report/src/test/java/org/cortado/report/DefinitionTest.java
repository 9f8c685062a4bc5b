package org.cortado.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionTest {

  @TempDir private Path folder;

  private Definition read(String yaml) throws IOException {
    return Definition.read(Files.writeString(folder.resolve("net.yaml"), yaml)).orElseThrow();
  }

  @Test
  void knowsLayersByTheirNames() throws IOException {
    Definition net =
        read("name: n\nlayers:\n  - {name: ip, options: {num_output: 3}, bottom: [a, b]}\n");
    assertThat(net.values())
        .containsEntry("name", "n")
        .containsEntry("layers.ip.options.num_output", "3")
        .containsEntry("layers.ip.bottom.1", "b");
    assertThat(net.value("layers.ip.name")).contains("ip");
    assertThat(net.value("layers.none")).isEmpty();
  }

  @Test
  void keepsTheTextOfAFileThatCannotBeUnderstood() throws IOException {
    Definition torn = read("name: [");
    assertThat(torn.text()).isEqualTo("name: [");
    assertThat(torn.values()).isEmpty();
  }

  @Test
  void isNotThereWithoutAFile() {
    assertThat(Definition.read(folder.resolve("none.yaml"))).isEmpty();
  }
}
