package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.record.Fingerprint;
import org.cortado.engine.record.PluginRecord;
import org.cortado.engine.solver.PluginRecords;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where plug-ins are looked for, and which jars of a folder are taken for one. */
class PluginPlacesTest {

  @TempDir private static Path compiled;
  private static CompiledClasses classes;

  @TempDir private Path folder;
  private Path target;

  @BeforeAll
  static void compile() {
    classes =
        CompiledClasses.ofTexts(
            compiled,
            PluginLayers.adding("acme", "library.Table.one()"),
            PluginLayers.module("acme", "Add"),
            "package library;\n"
                + "public final class Table { public static float one() { return 1; } }");
  }

  @BeforeEach
  void pack() {
    target = folder.resolve("target");
    plugin("1.0").write(target.resolve("acme-1.0.jar"));
  }

  private static JarFiles plugin(String version) {
    return new JarFiles()
        .manifest("Implementation-Version", version)
        .manifest("Cortado-Api", "0.1")
        .service("acme.Layers")
        .classes(classes, "acme");
  }

  private static JarFiles library() {
    return new JarFiles().classes(classes, "library");
  }

  private static void assertFound(Invocation layers) {
    assertThat(layers.err()).isEmpty();
    assertThat(layers.code()).isEqualTo(ExitCode.GOOD);
    assertThat(layers.out().lines())
        .filteredOn(line -> line.startsWith("acme:Add"))
        .singleElement()
        .asString()
        .matches("acme:Add +acme-1.0.jar +1.0 +0.1 +1 → 1");
  }

  @Test
  void aFolderOrAJarIsNamed() {
    assertFound(Invocation.of("layers", "--plugins", target));
    assertFound(Invocation.of("layers", "--plugins", target.resolve("acme-1.0.jar")));
  }

  @Test
  void theEnvironmentNamesSeveral() throws java.io.IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    String places = empty + java.io.File.pathSeparator + target;
    assertFound(Invocation.with(Map.of("CORTADO_PLUGINS", places), "layers"));
  }

  @Test
  void aFolderStandsBesideTheDistribution() {
    plugin("1.0").write(folder.resolve("plugins/acme-1.0.jar"));
    assertFound(layersOf(folder, Map.of()));
  }

  /** The distribution lies in what a build deletes. */
  @Test
  void aFolderStandsBesideTheLauncherWhereThereIsOne() {
    plugin("1.0").write(folder.resolve("plugins/acme-1.0.jar"));
    plugin("2.0").write(folder.resolve("target/cortado/plugins/acme-2.0.jar"));
    String launcher = folder.resolve("cortado").toString();
    assertFound(layersOf(folder.resolve("target/cortado"), Map.of("CORTADO_LAUNCHER", launcher)));
  }

  private static Invocation layersOf(Path distribution, Map<String, String> environment) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out),
            new PrintWriter(err),
            environment,
            Optional.of(distribution),
            OptionalInt.empty());
    int code = Cortado.run(surroundings, "layers");
    return new Invocation(code, out.toString(), err.toString());
  }

  @Test
  void theSameJarIsLoadedOnce() {
    assertFound(
        Invocation.of(
            "layers", "--plugins", target, "--plugins", target.resolve("../target/acme-1.0.jar")));
  }

  @Test
  void whatABuildLeavesBesideAJarIsPassedOver() {
    new JarFiles()
        .text("acme/Add.java", "class Add {}")
        .write(target.resolve("acme-1.0-sources.jar"));
    new JarFiles().text("index.html", "acme").write(target.resolve("acme-1.0-javadoc.jar"));
    library().write(target.resolve("acme-1.0-tests.jar"));
    plugin("1.0").write(target.resolve("original-acme-1.0.jar"));
    assertFound(Invocation.of("layers", "--plugins", target));
  }

  @Test
  void aLibraryOfAPluginInTheSameFolderIsPassedOver() {
    plugin("1.0").manifest("Class-Path", "table.jar").write(target.resolve("acme-1.0.jar"));
    library().write(target.resolve("table.jar"));
    assertFound(Invocation.of("layers", "--plugins", target));
  }

  @Test
  void theRecordIsOfTheJarsThatWereLoaded() {
    Path acme =
        plugin("1.0").manifest("Class-Path", "table.jar").write(target.resolve("acme-1.0.jar"));
    Path table = library().write(target.resolve("table.jar"));
    LayerCatalogue catalogue = LayerCatalogue.load(List.of(target));
    plugin("2.0").write(target.resolve("acme-2.0.jar"));
    assertThat(PluginRecords.of(catalogue))
        .containsExactly(
            new PluginRecord(Fingerprint.of(acme), "1.0", "0.1", List.of(Fingerprint.of(table))));
  }

  @Test
  void aJarThatIsNamedItselfIsAlwaysJudged() {
    Path library = library().write(target.resolve("table-tests.jar"));
    Invocation layers = Invocation.of("layers", "--plugins", library);
    assertThat(layers.code()).isEqualTo(ExitCode.PLUGIN);
    assertThat(layers.err()).contains("table-tests.jar: offers nothing");
  }

  @Test
  void listsWhereATypeIsFrom() {
    JsonNode layers = Invocation.of("layers", "--json", "--plugins", target).json().get("layers");
    assertThat(StreamSupport.stream(layers.spliterator(), false))
        .filteredOn(layer -> layer.get("type").textValue().equals("acme:Add"))
        .singleElement()
        .hasToString(
            "{\"type\":\"acme:Add\",\"from\":\"acme-1.0.jar\",\"version\":\"1.0\",\"api\":\"0.1\","
                + "\"bottoms\":\"1\",\"tops\":\"1\",\"help\":\"\"}");
  }

  @Test
  void twoJarsOfOneNameAreToldByTheirFolders() {
    Path other = plugin("2.0").write(folder.resolve("other/acme-1.0.jar"));
    Path net =
        TinyNets.write(
            folder.resolve("net.yaml"),
            """
            layers:
              - {name: data, type: DummyData, top: x, options: {shape: [[2]]}}
              - {name: y, type: acme:Add, bottom: x}
            """);
    Invocation check = Invocation.of("check", net, "--plugins", target, "--plugins", other);
    assertThat(check.code()).isEqualTo(ExitCode.DEFINITION);
    String both = "both target/acme-1.0.jar and other/acme-1.0.jar; ";
    assertThat(check.errWithout(folder).lines())
        .containsExactly(
            "warning: layer type 'acme:Add' is offered by "
                + both
                + "what needs it won't run until one of the jars is left out",
            "net.yaml:3:21: layer 'y': layer type 'acme:Add' is offered by "
                + both
                + "leave one of the jars out, or name one 'vendor:Add'");
    for (String command : List.of("describe", "testkit")) {
      Invocation asked =
          Invocation.of(command, "acme:Add", "--plugins", target, "--plugins", other);
      assertThat(asked.code()).isEqualTo(ExitCode.PLUGIN);
      assertThat(asked.errWithout(folder))
          .contains("\nlayer type 'acme:Add' is offered by " + both);
    }
    assertThat(
            Invocation.of("layers", "--json", "--plugins", target, "--plugins", other)
                .json()
                .get("warnings"))
        .singleElement()
        .satisfies(warning -> assertThat(warning.textValue()).contains("acme-1.0.jar; what needs"));
    assertThat(
            Invocation.of("check", TinyNets.net(folder), "--plugins", target, "--plugins", other)
                .code())
        .isEqualTo(ExitCode.GOOD);
  }

  @Test
  void aTypeOfCortadosOwnIsNotForTheTaking() {
    CompiledClasses relu =
        CompiledClasses.ofTexts(
            folder.resolve("relu"),
            PluginLayers.adding("acme", "1").replace("acme:Add", "ReLU"),
            PluginLayers.module("acme", "Add"));
    Path jar =
        new JarFiles()
            .service("acme.Layers")
            .classes(relu, "acme")
            .write(folder.resolve("relu.jar"));
    Path net =
        TinyNets.write(
            folder.resolve("net.yaml"),
            """
            layers:
              - {name: data, type: DummyData, top: x, options: {shape: [[2]]}}
              - {name: y, type: ReLU, bottom: x, options: {negative_slope: 0.5}}
            """);
    Invocation check = Invocation.of("check", net, "--plugins", jar);
    assertThat(check.code()).as(check.err()).isEqualTo(ExitCode.GOOD);
    assertThat(check.err())
        .isEqualToIgnoringNewLines(
            "warning: relu.jar: its layer type 'ReLU' is left out, for that is Cortado's own; name"
                + " it 'vendor:ReLU'");
  }
}
