package org.cortado.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cortado.api.blob.Shape;
import org.cortado.engine.definition.BlobName;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.NetState;
import picocli.CommandLine.Option;

/** {@code --shape}. */
final class ShapeOptions {

  static final String NAME = "--shape";

  @Option(
      names = NAME,
      paramLabel = "BLOB=DIMS",
      description =
          "The shape of a blob that stands at the net's beginning, as in data=64x1x28x28; made-up"
              + " values take the place of its data. May be given several times.")
  private Map<String, String> given = new LinkedHashMap<>();

  /**
   * Returns the shapes by the names of blobs.
   *
   * @throws UsageException if one is no shape
   */
  Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    given.forEach((blob, dims) -> shapes.put(blob, shape(NAME + " " + blob, dims)));
    return shapes;
  }

  /**
   * Reads a shape such as 64x1x28x28.
   *
   * @param option the option that it was given by
   * @throws UsageException if it is none
   */
  static Shape shape(String option, String dims) {
    try {
      return Shape.of(Arrays.stream(dims.split("x", -1)).map(Integer::valueOf).toList());
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "%s: '%s' is no shape; 64x1x28x28 would be one".formatted(option, dims));
    }
  }

  /**
   * Checks that a net begins with these blobs, and that all that a layer feeds are among them if
   * one is.
   *
   * @throws UsageException otherwise
   */
  void require(NetDefinition net, NetState state) {
    SingleRun.requireInputs(NAME, net, state, given.keySet());
    net.layers().stream()
        .filter(layer -> layer.isIn(state) && layer.bottoms().isEmpty())
        .forEach(this::requireAllOrNone);
  }

  private void requireAllOrNone(LayerDefinition layer) {
    List<String> tops = layer.tops().stream().map(BlobName::name).toList();
    List<String> missing = tops.stream().filter(top -> !given.containsKey(top)).toList();
    if (!missing.isEmpty() && missing.size() < tops.size()) {
      throw new UsageException(
          "layer '%s' gives %s: add %s"
              .formatted(layer.name(), String.join(", ", tops), hint(missing)));
    }
  }

  /** Returns how to give the shapes of blobs: {@code --shape data=... --shape label=...}. */
  static String hint(List<String> blobs) {
    return blobs.stream().map(blob -> NAME + " " + blob + "=...").collect(Collectors.joining(" "));
  }
}
