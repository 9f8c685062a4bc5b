package org.cortado.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.api.blob.Shape;
import org.cortado.engine.format.Npy;
import picocli.CommandLine.Option;

/** The arrays that a net is run on. */
final class ArrayOptions {

  @Option(
      names = "--input",
      paramLabel = "BLOB=FILE",
      description = "The values of a blob that stands at the net's beginning.")
  private Map<String, Path> inputs = new LinkedHashMap<>();

  @Option(
      names = "--param",
      paramLabel = "LAYER.K=FILE",
      description = "The values of a layer's parameter K, from 0: conv1.0=weights.npy.")
  private Map<String, Path> parameters = new LinkedHashMap<>();

  @Option(
      names = "--diff",
      paramLabel = "BLOB=FILE",
      description = "The gradient of a blob that no layer reads, where backward begins.")
  private Map<String, Path> diffs = new LinkedHashMap<>();

  Map<String, Path> inputs() {
    return inputs;
  }

  Map<String, Path> parameters() {
    return parameters;
  }

  Map<String, Path> diffs() {
    return diffs;
  }

  /** Returns whether there are any. */
  boolean areGiven() {
    return !(inputs.isEmpty() && parameters.isEmpty() && diffs.isEmpty());
  }

  /** Returns the shapes of the inputs, as their files have them. */
  Map<String, Shape> inputShapes() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    inputs.forEach((blob, file) -> shapes.put(blob, Npy.shape(file)));
    return shapes;
  }
}
