package org.cortado.engine.solver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.language.NetOverrides;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.net.Parameter;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.portable.PortableBackendFactory;

/** A folder with a solver's and a net's file, and what runs them. */
final class Bench {

  static final String NET =
      """
      name: line
      layers:
        - {name: cases, type: Cases, top: [x, t, number], options: {count: 10, batch_size: 4}}
        - {name: line, type: Line, bottom: x, params: [{}, {lr_mult: 2, decay_mult: 0.5}]}
        - {name: loss, type: SquaredError, bottom: [line, t]}
      """;

  static final String SOLVER =
      """
      net: net.yaml
      base_lr: 0.1
      max_iter: 10
      """;

  private static final Backend BACKEND = new PortableBackendFactory().create(2);

  private final Path folder;
  private final Path solverFile;
  final Backend backend = BACKEND;
  final LayerCatalogue catalogue = LayerCatalogue.load();

  Bench(Path folder) {
    this(folder, "line-solver.yaml");
    net(NET);
  }

  Bench(Path folder, String solverFile) {
    this.folder = folder;
    this.solverFile = folder.resolve(solverFile);
  }

  Path solverFile() {
    return solverFile;
  }

  Bench net(String yaml) {
    write(folder.resolve("net.yaml"), yaml);
    return this;
  }

  Bench solver(String yaml) {
    write(solverFile(), yaml);
    return this;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the plain solver with some settings, or throws what is wrong with it. */
  SolverDefinition definition(String... settings) {
    solver(SOLVER);
    return readSolver(settings).definition();
  }

  SolverFile readSolver(String... settings) {
    Problems problems = new Problems();
    Optional<SolverFile> file =
        new SolverReader(catalogue.variants()).read(solverFile(), List.of(settings), problems);
    problems.throwIfAny();
    return file.orElseThrow();
  }

  Net build(Phase phase) {
    return factory().build(netDefinition(), NetSettings.of(phase, 1, folder));
  }

  Net buildTest(Net owner) {
    return factory().buildSharing(netDefinition(), NetSettings.of(Phase.TEST, 1, folder), owner);
  }

  private NetFactory factory() {
    return new NetFactory(catalogue, backend);
  }

  NetDefinition netDefinition() {
    Problems problems = new Problems();
    Optional<NetDefinition> net =
        NetFile.read(folder.resolve("net.yaml"), NetOverrides.none(), problems).map(NetFile::net);
    problems.throwIfAny();
    return net.orElseThrow();
  }

  Training training(String... settings) {
    return training(backend, settings);
  }

  Training training(Backend used, String... settings) {
    Problems problems = new Problems();
    Optional<TrainingFiles> files =
        TrainingFiles.read(
            solverFile(), List.of(settings), Optional.empty(), catalogue.variants(), problems);
    problems.throwIfAny();
    return new Training(files.orElseThrow(), new RunSettings(folder, List.of()), catalogue, used);
  }

  static float[] values(Blob blob) {
    float[] values = new float[blob.count()];
    blob.data().read().get(0, values);
    return values;
  }

  static float[] values(Parameter parameter) {
    return values(parameter.blob());
  }
}
