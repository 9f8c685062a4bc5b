package org.cortado.layers.loss;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * The cross-entropy of scores and labels: {@code loss = −Σ ln p[label] / norm}, {@code p} being the
 * softmax of the scores and the sum going over all positions whose label is not ignored.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: scores {@code [outer x classes x inner]}, split at {@code axis}
 *   <li>bottom 1: labels, {@code outer · inner} whole numbers from 0 to {@code classes − 1}; they
 *       take no gradient
 *   <li>top 0: the loss, {@code []}
 *   <li>top 1, if named: {@code p}, the shape of {@code x}; nothing is propagated down from it
 *   <li>backward: {@code dx = (p − 1[class is label]) · weight / norm}, 0 where ignored
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's SoftmaxWithLoss, save that a label out of range is an error there in debug builds
 * alone. As in Caffe {@code p} is taken for 2⁻¹²⁶ where it is less, so one position costs 87.3365
 * at most: a loss that stays there says that the scores have diverged. Sums are in double.
 */
@LayerType(
    name = "SoftmaxWithLoss",
    bottoms = 2,
    maxTops = 2,
    bottomNames = {"scores", "labels"},
    topNames = {"loss", "probabilities"},
    backwardReads = {},
    loss = true,
    noGradient = 1,
    noGradientTops = 1)
@Help("softmax and the mean negative log-likelihood of the labels")
public final class SoftmaxWithLossLayer implements Layer {

  /** What a net file says of a {@code SoftmaxWithLoss}. */
  public record Options(
      @Default("1") @Help("the axis of the classes; negative counts from the end") int axis,
      @Help("a label whose positions count for nothing") Optional<Integer> ignoreLabel,
      @Default("valid") @Help("what the sum is divided by") Normalization normalization) {}

  private final Options options;
  private final PreparedSoftmax softmax;
  private final Labels labels;
  private final ElementwiseLoop scaling;
  private final Tensor p;
  private ClassAxis scores = ClassAxis.of(Shape.of(0), 0);
  private float factor;

  @Inject
  SoftmaxWithLossLayer(Options options, LayerContext context, Backend backend) {
    this.options = options;
    softmax = new PreparedSoftmax(backend);
    labels = new Labels(options.ignoreLabel());
    scaling = new ElementwiseLoop(backend.parallel(), this::scale);
    p = context.tensor(Shape.of(0));
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    scores = ClassAxis.of(bottom.get(0).shape(), options.axis());
    scores.requireLabels(bottom.get(1).shape());
    labels.reshape(scores.positions());
    softmax.prepare(scores);
    p.reshape(scores.shape());
    top.get(0).reshape(Shape.of());
    top.stream().skip(1).forEach(probabilities -> probabilities.reshape(scores.shape()));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    labels.read(bottom.get(1).data(), scores.classes());
    softmax.get().forward(bottom.get(0).data(), p);
    double loss = sum() / options.normalization().divisor(scores, labels);
    top.get(0).data().write().put(0, (float) loss);
    if (top.size() > 1) {
      top.get(1).data().copyFrom(p);
    }
  }

  private double sum() {
    FloatBuffer values = p.read();
    double sum = 0;
    for (int i = 0; i < labels.count(); i++) {
      if (labels.at(i) != Labels.IGNORED) {
        float right = values.get(scores.score(i, labels.at(i)));
        sum -= Math.log(Math.max(right, Float.MIN_NORMAL));
      }
    }
    return sum;
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      double divisor = options.normalization().divisor(scores, labels);
      factor = (float) (top.get(0).diff().read().get(0) / divisor);
      scaling.run(List.of(p), bottom.get(0).diff());
      subtractTruth(bottom.get(0).diff().update());
    }
  }

  private void scale(float[][] in, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = factor * in[0][i];
    }
  }

  private void subtractTruth(FloatBuffer dx) {
    for (int i = 0; i < labels.count(); i++) {
      if (labels.at(i) == Labels.IGNORED) {
        clear(dx, i);
      } else {
        int right = scores.score(i, labels.at(i));
        dx.put(right, dx.get(right) - factor);
      }
    }
  }

  private void clear(FloatBuffer dx, int position) {
    for (int label = 0; label < scores.classes(); label++) {
      dx.put(scores.score(position, label), 0);
    }
  }

  @Override
  public void close() {
    softmax.close();
  }
}
