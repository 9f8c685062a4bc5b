package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's net learns, and its layer, in a jar of its own, learns with it. */
class ReadmeTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeTheExamples() throws IOException {
    Readme.writeNets(folder);
  }

  @Test
  void itsNetLearns() {
    assertThat(train("flowers-solver.yaml")).isGreaterThan(0.9);
  }

  @Test
  void itsLayerIsListedWithItsJarAndLearns() throws IOException {
    String plugins = makeJar();
    assertThat(Command.run("layers", "--plugins", plugins).endsWith(0).out().lines())
        .anyMatch(line -> line.matches("acme:MulConstant\\s+acme\\.jar.*"));
    assertThat(Command.run("describe", "acme:MulConstant", "--plugins", plugins).endsWith(0).out())
        .contains("factor");
    assertThat(train("halved-solver.yaml", "--plugins", plugins)).isGreaterThan(0.9);
  }

  @Test
  void itsLayerIsUnknownWithoutItsJar() {
    assertThat(Command.run("check", folder.resolve("halved.yaml").toString()).endsWith(3).err())
        .contains("acme:MulConstant");
  }

  private String makeJar() throws IOException {
    Path plugins = folder.resolve("plugins");
    List<Path> sources = Readme.writeSources(folder.resolve("sources"));
    ForeignJar.make(plugins.resolve("acme.jar"), sources, "acme.AcmeLayers", folder);
    return plugins.toString();
  }

  private double train(String solver, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--threads", "1"));
    arguments.addAll(List.of("--data", Readme.FOLDER.toString()));
    arguments.addAll(List.of(more));
    Path run = folder.resolve("run");
    return Command.train(folder.resolve(solver), run, arguments.toArray(String[]::new)).accuracy();
  }
}
