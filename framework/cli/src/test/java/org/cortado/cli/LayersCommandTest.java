package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayersCommandTest {

  @TempDir private Path folder;

  @Test
  void listsEveryTypeWithItsOriginArityAndHelp() {
    Invocation layers = Invocation.of("layers");
    assertThat(layers.code()).isEqualTo(ExitCode.GOOD);
    assertThat(layers.out().lines())
        .anyMatch(
            line ->
                line.matches(
                    "Concat +cortado \\(\\S+\\) +\\S+ +0\\.1 +1\\+ → 1 +joins its bottoms .*"))
        .anyMatch(line -> line.matches("Accuracy +cortado .* 2 → 1-2 .*"));
    assertThat(layers.err()).isEmpty();
  }

  @Test
  void listsWhatThereIsBesidesLayers() {
    assertThat(Invocation.of("layers").out().lines())
        .anyMatch(
            line -> line.matches("Adam +update rule +cortado \\(\\S+\\) +\\S+ +0\\.1 +follows .*"))
        .anyMatch(line -> line.matches("cosine +learning rate policy +cortado .*"))
        .anyMatch(line -> line.matches("portable +backend +cortado .*"));
    JsonNode parts = Invocation.of("layers", "--json").json().get("parts");
    assertThat(StreamSupport.stream(parts.spliterator(), false))
        .filteredOn(part -> part.get("name").textValue().equals("xavier"))
        .singleElement()
        .satisfies(xavier -> assertThat(xavier.get("kind").textValue()).isEqualTo("filler"));
  }

  @Test
  void printsJson() {
    JsonNode layers = Invocation.of("layers", "--json").json().get("layers");
    assertThat(StreamSupport.stream(layers.spliterator(), false))
        .filteredOn(layer -> layer.get("type").textValue().equals("ReLU"))
        .singleElement()
        .satisfies(relu -> assertThat(relu.get("bottoms").textValue()).isEqualTo("1"));
  }

  @Test
  void namesAPluginThatDoesNotLoadAndListsTheOthers() {
    TinyNets.write(folder.resolve("broken.jar"), "no jar");
    Invocation layers = Invocation.of("layers", "--plugins", folder);
    assertThat(layers.code()).isEqualTo(ExitCode.PLUGIN);
    assertThat(layers.err())
        .isEqualToIgnoringNewLines(
            "warning: '" + folder.resolve("broken.jar") + "' isn't a jar, or is damaged");
    assertThat(layers.out()).contains("Convolution");
  }

  @Test
  void looksWhereTheEnvironmentSays() {
    TinyNets.write(folder.resolve("broken.jar"), "no jar");
    Invocation layers = Invocation.with(Map.of("CORTADO_PLUGINS", folder.toString()), "layers");
    assertThat(layers.err()).contains("broken.jar");
  }

  @Test
  void refusesAPluginFolderThatIsNotThere() {
    Invocation layers = Invocation.of("layers", "--plugins", folder.resolve("nowhere"));
    assertThat(layers.code()).isEqualTo(ExitCode.PLUGIN);
    assertThat(layers.errWithout(folder))
        .isEqualToIgnoringNewLines("there is no plug-in folder or jar 'nowhere'");
  }
}
