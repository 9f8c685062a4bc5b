package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.backend.Backend;
import org.cortado.engine.portable.PortableBackendFactory;
import org.cortado.engine.record.Ending;
import org.cortado.engine.record.Manifest;
import org.cortado.engine.record.Resumption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunManifestTest {

  private static final SolverListener NOBODY = new SolverListener() {};

  @TempDir Path folder;
  private Bench bench;
  private RunFolder run;
  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void trainAndStop() {
    bench = new Bench(folder);
    bench.solver(Bench.SOLVER);
    run = RunFolder.createAt(folder.resolve("run"));
    try (Training training = bench.training()) {
      training.stopAfter(4);
      training.run(run, NOBODY);
    }
  }

  private void resume(Backend backend) {
    try (Training training = bench.training(backend)) {
      training.resume(run, NOBODY, notes::add);
    }
  }

  private Manifest manifest() {
    return Manifest.read(run.manifest());
  }

  @Test
  void tellsOfAStop() {
    assertThat(manifest().ended()).hasSize(1);
    assertThat(manifest().result().orElseThrow().iterations()).isEqualTo(4);
    assertThat(manifest().result().orElseThrow().interrupted()).isTrue();
  }

  @Test
  void tellsThatTheRunWentOn() {
    resume(bench.backend);
    assertThat(notes).containsExactly("going on after iteration 4");
    assertThat(manifest().resumed()).extracting(Resumption::iteration).containsExactly(4L);
    assertThat(manifest().ended()).extracting(Ending::iterations).containsExactly(4L, 10L);
    assertThat(manifest().result().orElseThrow().interrupted()).isFalse();
  }

  @Test
  void tellsWhatHasBecomeDifferent() {
    String difference = "the number of threads was 2 and is 1: the bits may differ";
    try (Backend one = new PortableBackendFactory().create(1)) {
      resume(one);
    }
    assertThat(notes).containsExactly("going on after iteration 4", difference);
    assertThat(manifest().resumed().get(0).differences()).containsExactly(difference);
    assertThat(manifest().run().threads()).isEqualTo(2);
  }

  @Test
  void isWrittenAnewWhereItIsDamaged() throws IOException {
    Files.writeString(run.manifest(), "{");
    resume(bench.backend);
    assertThat(notes).hasSize(2);
    assertThat(notes.get(1)).contains("is damaged").endsWith("; it is written anew");
    assertThat(manifest().ended()).extracting(Ending::iterations).containsExactly(10L);
  }

  @Test
  void namesTheFolderOfTheDataOfANetInIt() throws IOException {
    assertThat(RunFolder.dataFolder(run.net())).isEqualTo(folder);
    assertThat(RunFolder.dataFolder(folder.resolve("net.yaml")))
        .isEqualTo(folder.resolve("net.yaml").resolveSibling(""));
    Files.delete(run.manifest());
    assertThat(RunFolder.dataFolder(run.net())).isEqualTo(run.net().resolveSibling(""));
  }
}
