package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training in whose midst a plug-in fails can go on once its jar is mended. */
class PluginCrashTest {

  private static final String MEMBERS =
      """
      private final LayerContext context;
        @Inject Fragile(LayerContext context) { this.context = context; }
      """;

  private static final String CRASH =
      "if (context.iteration() == 5) { throw new ArithmeticException(\"out of luck\"); }";

  @TempDir private static Path compiled;
  private static CompiledClasses fragile;
  private static CompiledClasses mended;

  @TempDir private Path folder;
  private Path run;
  private Path jar;

  @BeforeEach
  void define() throws IOException {
    run = folder.resolve("run");
    jar = folder.resolve("plugins/fragile-1.0.jar");
    Path net = TinyNets.net(folder);
    TinyNets.write(
        net,
        Files.readString(net)
            .replace("bottom: x,", "bottom: f,")
            .replace(
                "  - {name: scores",
                "  - {name: f, type: acme:Fragile, bottom: x}\n  - {name: scores"));
  }

  @BeforeAll
  static void compile() {
    fragile = compile("fragile", CRASH);
    mended = compile("mended", "");
  }

  private static CompiledClasses compile(String to, String crash) {
    return CompiledClasses.ofTexts(
        compiled.resolve(to),
        PluginLayers.layer("acme", "Fragile", MEMBERS, crash, ""),
        PluginLayers.module("acme", "Fragile"),
        "package library;\npublic final class Table {}");
  }

  private static Path pack(Path to, CompiledClasses classes) {
    new JarFiles().classes(classes, "library").write(to.resolveSibling("lib/table.jar"));
    return new JarFiles()
        .manifest("Implementation-Version", "1.0")
        .manifest("Class-Path", "lib/table.jar")
        .service("acme.Layers")
        .classes(classes, "acme")
        .write(to);
  }

  private Invocation train() {
    return Invocation.of(
        "train",
        folder.resolve("tiny-solver.yaml"),
        "--set",
        "snapshot={interval: 2}",
        "--set",
        "max_iter=8",
        "--out",
        run,
        "--backend",
        "portable",
        "--plugins",
        jar);
  }

  private Invocation resume(Object... more) {
    Object[] all = new Object[5 + more.length];
    Object[] first = {"train", "--resume", run, "--backend", "portable"};
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return Invocation.of(all);
  }

  @Test
  void theCrashIsToldWithLayerJarPassShapesAndPlace() throws IOException {
    pack(jar, fragile);
    Invocation train = train();
    assertThat(train.code()).isEqualTo(ExitCode.PLUGIN);
    assertThat(train.err().lines())
        .filteredOn(line -> line.startsWith("layer"))
        .singleElement()
        .asString()
        .matches(
            "layer 'f' \\(acme:Fragile\\): forward failed in fragile-1.0.jar, on bottoms \\[4x2]"
                + " and tops \\[4x2]: java.lang.ArithmeticException: out of luck, at"
                + " acme.Fragile.forward\\(Fragile.java:\\d+\\)");
    assertThat(train.err()).doesNotContain("\tat ");
  }

  @Test
  void aResumeGoesOnFromTheSnapshotBeforeAndSaysThatTheJarIsAnother() throws IOException {
    pack(jar, fragile);
    train();
    pack(jar, mended);
    Invocation resumed = resume();
    assertThat(resumed.code()).as(resumed.err()).isEqualTo(ExitCode.GOOD);
    assertThat(resumed.err())
        .contains("going on after iteration 4")
        .contains("the jar fragile-1.0.jar is another: the bits may differ");
    Path unbroken = run;
    run = folder.resolve("unbroken");
    train();
    assertThat(unbroken.resolve("weights.safetensors"))
        .hasSameBinaryContentAs(run.resolve("weights.safetensors"));
  }

  @Test
  void aResumeSaysWhichJarIsMissing() throws IOException {
    pack(jar, fragile);
    train();
    Files.delete(jar);
    Invocation resumed = resume();
    assertThat(resumed.code()).isEqualTo(ExitCode.DEFINITION);
    assertThat(resumed.errWithout(folder))
        .contains(
            "warning: the run's plug-in 'plugins/fragile-1.0.jar' isn't there;"
                + " name where it is now by --plugins")
        .contains("unknown layer type 'acme:Fragile'");
  }

  @Test
  void aResumeWithAJarOfAnotherNameSaysSo() throws IOException {
    pack(jar, fragile);
    train();
    Files.delete(jar);
    Invocation resumed =
        resume("--plugins", pack(folder.resolve("plugins/fragile-1.1.jar"), mended));
    assertThat(resumed.code()).as(resumed.err()).isEqualTo(ExitCode.GOOD);
    assertThat(resumed.err())
        .contains("the plug-in fragile-1.0.jar was there and is not: the bits may differ");
  }

  @Test
  void theManifestKnowsJarsVersionsAndLibraries() throws IOException {
    pack(jar, fragile);
    train();
    JsonNode plugins =
        new JsonMapper()
            .readTree(Files.readString(run.resolve("manifest.json")))
            .at("/software/plugins");
    assertThat(plugins).hasSize(1);
    JsonNode plugin = plugins.get(0);
    assertThat(plugin.at("/jar/file").textValue()).isEqualTo(jar.toString());
    assertThat(plugin.at("/jar/sha256").textValue()).hasSize(64);
    assertThat(plugin.get("version").textValue()).isEqualTo("1.0");
    assertThat(plugin.get("api").textValue()).isEqualTo("unknown");
    assertThat(plugin.at("/libraries/0/file").textValue()).endsWith("plugins/lib/table.jar");
  }

  @Test
  void aPolicyThatThrowsIsNamedWithItsJar() throws IOException {
    CompiledClasses policy =
        CompiledClasses.ofTexts(
            folder.resolve("policy"),
            """
            package acme;

            @org.cortado.api.option.TypeName("acme:moody")
            public record Moody() implements org.cortado.api.rate.LearningRatePolicy {
              @Override
              public double rate(double base, org.cortado.api.rate.Moment now) {
                throw new ArithmeticException("not today");
              }
            }
            """,
            PluginLayers.module("acme", "Moody").replace("layer(", "learningRatePolicy("));
    Path moody =
        new JarFiles()
            .service("acme.Layers")
            .classes(policy, "acme")
            .write(folder.resolve("moody.jar"));
    Invocation train =
        Invocation.of(
            "train",
            TinyNets.solver(Files.createDirectory(folder.resolve("plain"))),
            "--set",
            "lr_policy=acme:moody",
            "--out",
            run,
            "--backend",
            "portable",
            "--plugins",
            moody);
    assertThat(train.code()).as(train.err()).isEqualTo(ExitCode.PLUGIN);
    assertThat(train.err())
        .contains(
            "at iteration 0 learning rate policy Moody of moody.jar failed:"
                + " java.lang.ArithmeticException: not today, at acme.Moody.rate(Moody.java:7)");
  }
}
