package org.cortado.layers.loss;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * The loss of a linear classifier with margins, one class against all others: {@code m = max(0, 1 −
 * t x)} with {@code t} 1 for the label's class and −1 for the others; {@code loss = Σ m / N} or
 * {@code Σ m² / N}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: scores {@code [N x …]}, all behind the first axis being classes
 *   <li>bottom 1: labels, {@code N} whole numbers from 0; they take no gradient
 *   <li>top 0: the loss, {@code []}
 *   <li>backward: {@code dx = −t · weight / N} where {@code m > 0}, else 0; with the norm l2 times
 *       {@code 2 m}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's HingeLoss. Sums are in double.
 */
@LayerType(
    name = "HingeLoss",
    bottoms = 2,
    bottomNames = {"scores", "labels"},
    topNames = "loss",
    backwardReads = Reads.BOTTOM_DATA,
    loss = true,
    noGradient = 1)
@Help("max-margin loss, one class against all others")
public final class HingeLossLayer implements Layer {

  /** How the margins that are missed are summed. */
  public enum Norm {
    /** As they are. */
    L1,
    /** Squared. */
    L2
  }

  /** What a net file says of a {@code HingeLoss}. */
  public record Options(
      @Default("l1") @Help("whether missed margins are summed as they are or squared") Norm norm) {}

  private final Norm norm;
  private final Labels labels = new Labels(Optional.empty());
  private ClassAxis scores = ClassAxis.of(Shape.of(0), 0);

  @Inject
  HingeLossLayer(Options options) {
    norm = options.norm();
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape shape = bottom.get(0).shape();
    if (shape.axes() == 0) {
      throw new InvalidLayerException("the scores must have at least one axis, but are " + shape);
    }
    scores = new ClassAxis(shape, shape.dim(0), shape.count(1), 1);
    scores.requireLabels(bottom.get(1).shape());
    labels.reshape(scores.positions());
    top.get(0).reshape(Shape.of());
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    labels.read(bottom.get(1).data(), scores.classes());
    FloatBuffer x = bottom.get(0).data().read();
    double sum = 0;
    for (int i = 0; i < labels.count(); i++) {
      sum += loss(x, i);
    }
    top.get(0).data().write().put(0, (float) (sum / items()));
  }

  private double loss(FloatBuffer x, int item) {
    double sum = 0;
    for (int label = 0; label < scores.classes(); label++) {
      double missed = missed(x, item, label);
      sum += norm == Norm.L1 ? missed : missed * missed;
    }
    return sum;
  }

  private double missed(FloatBuffer x, int item, int label) {
    return Math.max(0, 1 - sign(item, label) * x.get(scores.score(item, label)));
  }

  private double sign(int item, int label) {
    return labels.at(item) == label ? 1 : -1;
  }

  private int items() {
    return Math.max(1, labels.count());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      double factor = (double) top.get(0).diff().read().get(0) / items();
      FloatBuffer x = bottom.get(0).data().read();
      FloatBuffer dx = bottom.get(0).diff().write();
      for (int i = 0; i < labels.count(); i++) {
        backward(x, dx, i, factor);
      }
    }
  }

  private void backward(FloatBuffer x, FloatBuffer dx, int item, double factor) {
    for (int label = 0; label < scores.classes(); label++) {
      double missed = missed(x, item, label);
      double slope = norm == Norm.L1 ? Math.signum(missed) : 2 * missed;
      dx.put(scores.score(item, label), (float) (-sign(item, label) * slope * factor));
    }
  }
}
