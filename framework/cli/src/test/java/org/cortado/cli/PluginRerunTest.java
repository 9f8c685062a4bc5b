package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose net has a layer of a jar, repeated. */
class PluginRerunTest {

  @TempDir private static Path compiled;
  private static CompiledClasses addingOne;
  private static CompiledClasses addingTwo;

  @TempDir private Path folder;
  private Path run;
  private Path jar;

  @BeforeEach
  void train() throws IOException {
    run = folder.resolve("run");
    jar = pack(addingOne);
    Path net = TinyNets.net(folder);
    TinyNets.write(
        net,
        Files.readString(net)
            .replace("bottom: x,", "bottom: a,")
            .replace(
                "  - {name: scores",
                "  - {name: a, type: acme:Add, bottom: x}\n  - {name: scores"));
    Invocation trained =
        Invocation.of(
            "train",
            folder.resolve("tiny-solver.yaml"),
            "--set",
            "max_iter=2",
            "--out",
            run,
            "--backend",
            "portable",
            "--plugins",
            jar);
    assertThat(trained.code()).as(trained.err()).isEqualTo(ExitCode.GOOD);
  }

  @BeforeAll
  static void compile() {
    addingOne = adding("1");
    addingTwo = adding("2");
  }

  private static CompiledClasses adding(String number) {
    return CompiledClasses.ofTexts(
        compiled.resolve(number),
        PluginLayers.adding("acme", number),
        PluginLayers.module("acme", "Add"));
  }

  private Path pack(CompiledClasses classes) {
    return new JarFiles()
        .service("acme.Layers")
        .classes(classes, "acme")
        .write(folder.resolve("plugins/add.jar"));
  }

  private Invocation rerun(Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("rerun", run, "--out", folder.resolve("again"), "--quiet"));
    arguments.addAll(Arrays.asList(more));
    return Invocation.of(arguments.toArray());
  }

  @Test
  void findsTheJarOfTheRun() {
    Invocation rerun = rerun();
    assertThat(rerun.code()).as(rerun.err()).isEqualTo(ExitCode.GOOD);
    assertThat(rerun.err()).isEmpty();
  }

  @Test
  void saysThatTheJarIsAnother() {
    pack(addingTwo);
    Invocation rerun = rerun();
    assertThat(rerun.code()).isEqualTo(ExitCode.NUMBERS);
    assertThat(rerun.err()).isEqualTo("note: the jar add.jar is another: the bits may differ\n");
    assertThat(rerun.out()).contains("not equal");
  }

  @Test
  void saysThatTheJarIsGone() throws IOException {
    Files.delete(jar);
    Invocation rerun = rerun();
    assertThat(rerun.code()).isEqualTo(ExitCode.DEFINITION);
    assertThat(rerun.err()).contains("name where it is now by --plugins", "'acme:Add'");
  }

  @Test
  void refusesTheRecordOfAnEarlierCortadoInWords() throws IOException {
    Path manifest = run.resolve("manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(
        manifest, text.replaceFirst("(?s)\"plugins\" : .*?\\} \\]", "\"plugins\": [\"add.jar\"]"));
    Invocation rerun = rerun();
    assertThat(rerun.code()).isEqualTo(ExitCode.DATA);
    assertThat(rerun.err())
        .contains("'software.plugins.0' is missing or not what it must be at line ")
        .endsWith(
            "; an earlier Cortado kept less of plug-ins: train anew for a run that can be"
                + " repeated\n");
  }
}
