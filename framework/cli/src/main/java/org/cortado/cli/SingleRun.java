package org.cortado.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.engine.definition.BlobName;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.NetState;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.format.Npy;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;

/** One pass of a net over arrays from files. */
final class SingleRun {

  private final Net net;
  private final ArrayOptions arrays;

  /**
   * Prepares a pass and gives parameters their values.
   *
   * @throws UsageException if the net hasn't what an array is for
   */
  SingleRun(Net net, ArrayOptions arrays) {
    this.net = net;
    this.arrays = arrays;
    Set<String> outputs = net.outputs().keySet();
    arrays
        .diffs()
        .keySet()
        .forEach(blob -> require("--diff", blob, outputs, "puts out", net.name()));
    new ParameterFiles(net).load(arrays.parameters());
  }

  /**
   * Checks that a net begins with the blobs that are given, so that this is said before the net is
   * built for their shapes.
   *
   * @param option what gives them, for the message
   * @throws UsageException if it doesn't
   */
  static void requireInputs(String option, NetDefinition net, NetState state, Set<String> given) {
    Set<String> first = new LinkedHashSet<>();
    net.layers().stream()
        .filter(layer -> layer.isIn(state) && layer.bottoms().isEmpty())
        .forEach(layer -> first.addAll(tops(layer)));
    given.forEach(blob -> require(option, blob, first, "begins with", net.name()));
  }

  private static void require(
      String option, String blob, Set<String> right, String what, String net) {
    if (!right.contains(blob)) {
      throw new UsageException(
          "%s: '%s' is no blob that net '%s' %s%s (it %s %s)"
              .formatted(
                  option,
                  blob,
                  net,
                  what,
                  Spelling.suggestion(blob, right),
                  what,
                  right.isEmpty() ? "none" : String.join(", ", right)));
    }
  }

  private static List<String> tops(LayerDefinition layer) {
    return layer.tops().stream().map(BlobName::name).toList();
  }

  /**
   * Runs forward; a given array takes the place of what the layer at the beginning made.
   *
   * @throws UsageException if neither a layer nor an array gives a blob its values
   */
  void forward() {
    forward(done -> {});
  }

  /**
   * Runs forward, and hands on each layer once it has run.
   *
   * @throws UsageException if neither a layer nor an array gives a blob its values
   */
  void forward(Consumer<NetLayer> done) {
    for (int i = 0; i < net.layers().size(); i++) {
      NetLayer layer = net.layers().get(i);
      net.forward(i, i + 1);
      if (layer.bottoms().isEmpty()) {
        feed(layer);
      }
      done.accept(layer);
    }
  }

  private void feed(NetLayer first) {
    List<String> names = tops(first.definition());
    for (int top = 0; top < names.size(); top++) {
      Blob blob = first.tops().get(top);
      Path file = arrays.inputs().get(names.get(top));
      if (file != null) {
        feed(blob, file);
      } else if (blob.data().isClear()) {
        throw new UsageException(
            "nothing gives '%1$s' its values: add --input %1$s=FILE".formatted(names.get(top)));
      }
    }
  }

  private static void feed(Blob blob, Path file) {
    Shape shape = Npy.shape(file);
    if (!shape.equals(blob.shape())) {
      blob.reshape(shape);
    }
    Npy.read(file, blob.data());
  }

  /** Runs backward, from the losses and the given gradients. */
  void backward() {
    backward(next -> {}, done -> {});
  }

  /** Runs backward, and hands on each layer before it runs and once it has run. */
  void backward(Consumer<NetLayer> next, Consumer<NetLayer> done) {
    net.clearParameterDiffs();
    arrays.diffs().forEach((blob, file) -> Npy.read(file, net.blob(blob).diff()));
    for (int i = net.layers().size() - 1; i >= 0; i--) {
      next.accept(net.layers().get(i));
      net.backward(i, i + 1);
      done.accept(net.layers().get(i));
    }
  }
}
