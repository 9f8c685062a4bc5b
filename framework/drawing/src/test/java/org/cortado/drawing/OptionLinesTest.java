package org.cortado.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionLinesTest {

  @TempDir private Path folder;

  private MapNode options(String yaml) {
    Path file = folder.resolve("options.yaml");
    try {
      Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (MapNode) new YamlReader().read(file, new Problems()).orElseThrow();
  }

  @Test
  void saysWhatTheFileStatesInItsOrder() {
    assertThat(OptionLines.of(options("{num_output: 20, kernel_size: [5, 3], stride: 2}")))
        .containsExactly("num_output 20, kernel_size [5, 3]", "stride 2");
  }

  @Test
  void leavesFillersOut() {
    assertThat(OptionLines.of(options("{weight_filler: xavier, bias_filler: {type: constant}}")))
        .isEmpty();
  }

  @Test
  void saysThatThereIsMoreThanTwoLinesTell() {
    String yaml = "{first_option: 1000, second_option: 2000, third_option: 3000, fourth: 4}";
    assertThat(OptionLines.of(options(yaml)))
        .containsExactly("first_option 1000", "second_option 2000 …");
  }

  @Test
  void namesFilesWithoutTheirFolders() {
    assertThat(OptionLines.of(options("{file: data/iris/iris.csv}")))
        .containsExactly("file iris.csv");
  }

  @Test
  void shortensWhatIsLong() {
    assertThat(OptionLines.of(options("{alphabet: abcdefghijklmnopqrstuvwxyz0123456789}")))
        .containsExactly("alphabet abcdefghijklmnopqrstuvwxy…");
  }
}
