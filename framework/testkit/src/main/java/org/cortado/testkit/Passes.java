package org.cortado.testkit;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;

/** Runs a layer on poisoned ground: what it should overwrite holds NaN before. */
final class Passes {

  private Passes() {}

  /** Runs forward and backward and returns all that came of it. */
  static Outcome run(TestLayer layer) {
    forward(layer);
    backward(layer, layer.gradientFlags());
    return Outcome.of(layer);
  }

  /** Runs forward. */
  static void forward(TestLayer layer) {
    layer.tops().stream()
        .map(Blob::data)
        .filter(top -> isApart(top, layer.bottoms().stream().map(Blob::data)))
        .forEach(Passes::poison);
    layer.forward();
  }

  /** Runs backward from cleared parameter diffs, if the layer has a backward pass. */
  static void backward(TestLayer layer, boolean[] propagateDown) {
    prepareBackward(layer);
    propagate(layer, propagateDown);
  }

  /** Poisons and clears the diffs that are to be made, and fills those that they are made of. */
  static void prepareBackward(TestLayer layer) {
    layer.bottoms().forEach(bottom -> poison(bottom.diff()));
    clearParameterDiffs(layer);
    seed(layer);
  }

  /** Runs backward, if the layer has a backward pass. */
  static void propagate(TestLayer layer, boolean[] propagateDown) {
    if (hasBackward(layer)) {
      layer.layer().backward(layer.tops(), propagateDown, layer.bottoms());
    }
  }

  static boolean hasBackward(TestLayer layer) {
    boolean bottoms = false;
    for (boolean flag : layer.gradientFlags()) {
      bottoms |= flag;
    }
    return layer.type().differentiable() && (bottoms || layer.hasLearned());
  }

  /** Ends the proof if nothing takes a gradient. */
  static void requireBackward(TestLayer layer) {
    NotApplicable.unless(hasBackward(layer), "nothing of it takes a gradient");
  }

  private static void clearParameterDiffs(TestLayer layer) {
    for (Blob parameter : layer.layer().parameters()) {
      poison(parameter.diff());
      parameter.diff().clear();
    }
  }

  /** The diff of a top that takes no gradient isn't read: it is poisoned. */
  private static void seed(TestLayer layer) {
    for (int i = 0; i < layer.tops().size(); i++) {
      Tensor dy = layer.tops().get(i).diff();
      if (layer.givesGradient(i)) {
        LayerMaker.fill(dy, Values.between(-1, 1), "top " + i + layer.draw());
      } else if (isApart(dy, layer.bottoms().stream().map(Blob::diff))) {
        poison(dy);
      }
    }
  }

  /** Replaces each element by another that is above 0, or isn't, as it is. */
  static void keepOnlySigns(Tensor tensor) {
    FloatBuffer values = tensor.update();
    for (int i = 0; i < tensor.count(); i++) {
      values.put(i, values.get(i) > 0 ? 1 + i % 7 : -(i % 5));
    }
  }

  static void poison(Tensor tensor) {
    FloatBuffer values = tensor.write();
    for (int i = 0; i < tensor.count(); i++) {
      values.put(i, Float.NaN);
    }
  }

  /** Returns whether a tensor stands on memory of its own. */
  static boolean isApart(Tensor tensor, Stream<Tensor> others) {
    return others.noneMatch(tensor::sharesMemoryWith);
  }

  static List<Tensor> topDiffs(TestLayer layer) {
    return layer.tops().stream().map(Blob::diff).toList();
  }
}
