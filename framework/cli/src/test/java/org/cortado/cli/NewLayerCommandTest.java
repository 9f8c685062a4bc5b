package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cortado.api.Api;
import org.cortado.archetype.LayerNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewLayerCommandTest {

  private static final String PROJECT = "com.acme:spiky-relu";

  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void nameANewFolder() {
    out = folder.resolve("new");
  }

  private Invocation newLayer(String project, String type, Object... more) {
    return Invocation.of(arguments(project, type, more));
  }

  private Object[] arguments(String project, String type, Object... more) {
    return Stream.concat(
            Stream.of("new-layer", project, "--type", type, "--out", out), Stream.of(more))
        .toArray();
  }

  @Test
  void writesAProjectAndSaysWhatComesNext() {
    Invocation command =
        Invocation.with(
            Map.of("CORTADO_LAUNCHER", "/opt/cortado"), arguments(PROJECT, "acme:SpikyRelu"));

    assertThat(command.code()).isEqualTo(ExitCode.GOOD);
    assertThat(command.out().lines())
        .containsExactly(
            "wrote the layer acme:SpikyRelu to " + out + "; what comes next:",
            "  cd " + out,
            "  mvn package",
            "  /opt/cortado train solver.yaml --plugins target");
    assertThat(out.resolve("src/main/java/com/acme/SpikyReluLayer.java")).isRegularFile();
  }

  @Test
  void tellsProgramsAllItsFiles() {
    JsonNode json = newLayer(PROJECT, "acme:SpikyRelu", "--json").json();

    assertThat(json.path("type").asText()).isEqualTo("acme:SpikyRelu");
    assertThat(json.path("folder").asText()).isEqualTo(out.toString());
    assertThat(json.path("next")).hasSize(3);
    assertThat(json.path("files"))
        .isNotEmpty()
        .allMatch(file -> Files.isRegularFile(out.resolve(file.asText())));
  }

  @Test
  void putsClassesWhereItIsTold() {
    newLayer(PROJECT, "acme:SpikyRelu", "--package", "acme.layers");
    assertThat(out.resolve("src/main/java/acme/layers/SpikyReluLayer.java")).isRegularFile();
  }

  @Test
  void writesNothingOverWhatIsThere() throws IOException {
    Files.createDirectory(out);
    Files.createFile(out.resolve("mine"));
    Invocation command = newLayer(PROJECT, "acme:SpikyRelu");

    assertThat(command.code()).isEqualTo(ExitCode.USAGE);
    assertThat(command.err())
        .isEqualToIgnoringNewLines(
            "there is something in '" + out + "' already; name another folder by --out");
    assertThat(out).isDirectoryContaining("glob:**/mine").isDirectoryNotContaining("glob:**.xml");
  }

  @Test
  void tellsOfAllProblemsAtOnce() {
    Invocation command = newLayer("com-acme:spiky relu", "spiky");

    assertThat(command.code()).isEqualTo(ExitCode.USAGE);
    assertThat(command.err().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("the artifact may have letters"))
        .anyMatch(line -> line.startsWith("the type must be 'vendor:Name'"))
        .anyMatch(line -> line.startsWith("'com-acme' can't be a package of Java"));
    assertThat(out).doesNotExist();
  }

  @Test
  void wantsAGroupAndAnArtifact() {
    Invocation command = newLayer("spiky-relu", "acme:SpikyRelu");

    assertThat(command.code()).isEqualTo(ExitCode.USAGE);
    assertThat(command.err()).contains("must be 'group:artifact'", "but is 'spiky-relu'");
  }

  /** The archetype sees nothing of the API. */
  @Test
  void buildsAgainstTheApiThatThereIs() throws IOException {
    try (InputStream descriptor =
        LayerNames.class.getResourceAsStream("/META-INF/maven/archetype-metadata.xml")) {
      String text = new String(descriptor.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text)
          .containsPattern(
              "key=\"cortadoApi\">\\s*<defaultValue>" + Pattern.quote(Api.VERSION) + "</");
    }
  }
}
