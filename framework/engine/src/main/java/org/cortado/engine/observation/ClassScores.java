package org.cortado.engine.observation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cortado.api.DataLayer;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;

/**
 * The place in a net where the scores of classes meet the labels of items.
 *
 * <p>Found by what layers declare of their bottoms, not by their types: bottom 0 is scores or
 * probabilities {@code [items x classes]}, bottom 1 is labels {@code [items]}.
 *
 * @param net is run up to there
 * @param place the index of the layer that reads both; the last one, where there are many
 * @param probabilities makes probabilities of an item's scores
 */
record ClassScores(Net net, int place, UnaryOperator<double[]> probabilities) {

  private static final Map<String, UnaryOperator<double[]>> SCALES =
      Map.of(
          "scores", Probabilities::ofScores,
          "log-probabilities", Probabilities::ofLogarithms,
          "probabilities", UnaryOperator.identity());

  /** Returns the place in a net that feeds itself; nothing if there is none. */
  static Optional<ClassScores> of(Net net) {
    if (net.dataLayers().isEmpty()) {
      return Optional.empty();
    }
    List<NetLayer> layers = net.layers();
    for (int place = layers.size() - 1; place > 0; place--) {
      if (isJudge(layers.get(place))) {
        String scale = layers.get(place).declaration().bottomNames()[0];
        return Optional.of(new ClassScores(net, place, Objects.requireNonNull(SCALES.get(scale))));
      }
    }
    return Optional.empty();
  }

  private static boolean isJudge(NetLayer layer) {
    String[] names = layer.declaration().bottomNames();
    if (names.length < 2 || !names[1].equals("labels") || !SCALES.containsKey(names[0])) {
      return false;
    }
    Shape scores = layer.bottoms().get(0).shape();
    return scores.axes() >= 2
        && scores.dim(1) > 1
        && scores.count(2) == 1
        && layer.bottoms().get(1).count() == scores.dim(0);
  }

  /** Returns how many classes there are. */
  int classes() {
    return scores().shape().dim(1);
  }

  /** Returns the scores of the batch at hand. */
  Blob scores() {
    return net.layers().get(place).bottoms().get(0);
  }

  /** Returns the labels of the batch at hand. */
  Blob labels() {
    return net.layers().get(place).bottoms().get(1);
  }

  /** Returns how many items a whole test shows. */
  long items() {
    return net.dataLayers().get(0).itemCount();
  }

  /** Returns the top of a layer that holds an image for each item, if it is such a data layer. */
  Optional<Blob> images(int layer) {
    NetLayer feeding = net.layers().get(layer);
    return feeding.layer() instanceof DataLayer
        ? feeding.tops().stream().filter(top -> isImage(top.shape())).findFirst()
        : Optional.empty();
  }

  private static boolean isImage(Shape shape) {
    return shape.axes() == 4
        && (shape.dim(1) == 1 || shape.dim(1) == 3)
        && shape.dim(2) > 1
        && shape.dim(3) > 1;
  }
}
