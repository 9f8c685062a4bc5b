package org.cortado.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Nets so small that a command on them takes no time. */
final class TinyNets {

  private static final String NET =
      """
      name: tiny
      layers:
        - {name: rows, type: Csv, top: [x, label], options: {file: rows.csv, batch_size: 4}}
        - {name: scores, type: InnerProduct, bottom: x, options: {num_output: 2, weight_filler: xavier}}
        - {name: loss, type: SoftmaxWithLoss, bottom: [scores, label]}
        - {name: accuracy, type: Accuracy, bottom: [scores, label], phase: test}
      """;

  private static final String SOLVER =
      """
      net: tiny.yaml
      base_lr: 0.1
      max_iter: 20
      display: 5
      test: {interval: 10}
      """;

  private static final String ROWS = "1,0,0\n2,0.5,0\n-1,0,1\n-2,1,1\n3,0,0\n-1.5,2,1\n";

  private static final String CIRCUIT =
      """
      layers:
        - {name: in, type: Input, top: [x, y, a/z]}
        - {name: q, type: Add, bottom: [x, y]}
        - {name: f, type: Multiply, bottom: [q, a/z]}
      """;

  private TinyNets() {}

  /** Writes a net that learns from six rows, its data and its solver; returns the net's file. */
  static Path net(Path folder) {
    write(folder.resolve("rows.csv"), ROWS);
    write(folder.resolve("tiny-solver.yaml"), SOLVER);
    return write(folder.resolve("tiny.yaml"), NET);
  }

  /** Writes the same; returns the solver's file. */
  static Path solver(Path folder) {
    return net(folder).resolveSibling("tiny-solver.yaml");
  }

  /** Writes f = (x + y) · a/z; returns the net's file. */
  static Path circuit(Path folder) {
    return write(folder.resolve("circuit.yaml"), CIRCUIT);
  }

  /** Writes a file. */
  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
