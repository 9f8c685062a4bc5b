package org.cortado.layers.loss;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.cortado.api.Bottoms;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BlockedSum;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * The cross-entropy of scores and targets, each score a yes or no of its own: {@code loss = −Σ w (t
 * ln p + (1 − t) ln(1 − p)) / norm}, {@code p = 1 / (1 + exp(−x))}, the sum going over all elements
 * whose target is not ignored.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: scores of any shape; its first axis counts the items, its second one,
 *       if there is one, the classes
 *   <li>bottom 1, {@code t}: targets from 0 to 1, as many items and elements as {@code x}; they
 *       take no gradient
 *   <li>bottom 2, if named: a weight for each item, for each position off the classes, or for each
 *       element; {@code w} is this times the weight of the class, 1 without either; it takes no
 *       gradient
 *   <li>top 0: the loss, {@code []}; 0 without items
 *   <li>top 1, if named: {@code p}, the shape of {@code x}; nothing is propagated down from it
 *   <li>backward: {@code dx = (p − t) · w · weight / norm}, 0 where ignored
 *   <li>parameters: none
 * </ul>
 *
 * <p>With {@code label_smoothing} {@code ε} the target is {@code (1 − ε) t + ε / 2}.
 *
 * <p>Caffe's SigmoidCrossEntropyLoss. As there {@code norm} is the number of items unless said, and
 * {@code full}, {@code valid} and {@code weights} count elements; a target is ignored if it is the
 * label when rounded towards 0. A target that is neither ignored nor from 0 to 1 is an error; Caffe
 * computes with it. Sums are in double; no power overflows.
 */
@LayerType(
    name = "SigmoidCrossEntropyLoss",
    bottoms = 2,
    maxBottoms = 3,
    maxTops = 2,
    bottomNames = {"scores", "targets", "weights"},
    topNames = {"loss", "probabilities"},
    backwardReads = Reads.BOTTOM_DATA,
    loss = true,
    noGradient = {1, 2},
    noGradientTops = 1)
@Help("sigmoid and the cross-entropy of targets, each score for itself")
public final class SigmoidCrossEntropyLossLayer implements Layer {

  private static final int GRAIN = 4096;

  /** What a net file says of a {@code SigmoidCrossEntropyLoss}. */
  public record Options(
      @Help("a target whose elements count for nothing") Optional<Integer> ignoreLabel,
      @Help("what the sum is divided by; batch_size unless said")
          Optional<Normalization> normalization,
      @Help("Caffe's old way to say normalization: true for valid, false for batch_size")
          Optional<Boolean> normalize,
      @Default("0")
          @Range(min = 0, max = 1)
          @Help("how far targets are moved, from 0 and 1 towards the middle")
          float labelSmoothing,
      @Range(min = 0)
          @Help("what the loss of each class's elements is multiplied by; 1 unless said")
          List<Float> classWeights) {

    LabelOptions ofLabels() {
      Normalization divisor = Normalization.of(normalization, normalize, Normalization.BATCH_SIZE);
      return new LabelOptions(ignoreLabel, divisor, classWeights);
    }
  }

  private final Parallel parallel;
  private final Normalization normalization;
  private final SigmoidTargets targets;
  private final ElementWeights weights;
  private final BlockedSum losses;
  private final BlockedSum sizes;
  private final Parallel.Body gradients = this::gradients;
  private final ElementwiseLoop probabilities;
  private List<Tensor> scores = List.of();
  private int items;
  private FloatBuffer x = Buffers.EMPTY;
  private FloatBuffer dx = Buffers.EMPTY;
  private double divisor = 1;
  private double factor;

  @Inject
  SigmoidCrossEntropyLossLayer(Options options, Backend backend) {
    parallel = backend.parallel();
    LabelOptions ofLabels = options.ofLabels();
    normalization = ofLabels.normalization();
    targets = new SigmoidTargets(options.ignoreLabel(), options.labelSmoothing(), parallel);
    weights = new ElementWeights(ofLabels);
    losses = new BlockedSum(parallel, this::losses);
    sizes = new BlockedSum(parallel, this::sizes);
    probabilities = new ElementwiseLoop(parallel, SigmoidCrossEntropyLossLayer::probabilities);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape shape = bottom.get(0).shape();
    items = Bottoms.requireSameItems(bottom);
    weights.reshape(classAxis(shape), bottom);
    targets.reshape(shape.count());
    losses.reshape(shape.count(), 1);
    sizes.reshape(shape.count(), 1);
    scores = List.of(bottom.get(0).data());
    top.get(0).reshape(Shape.of());
    if (top.size() > 1) {
      top.get(1).reshape(shape);
    }
  }

  private static ClassAxis classAxis(Shape shape) {
    return shape.axes() > 1 ? ClassAxis.of(shape, 1) : new ClassAxis(shape, shape.count(), 1, 1);
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    targets.read(bottom.get(1).data());
    weights.read(bottom);
    x = bottom.get(0).data().read();
    double sum = normalization == Normalization.WEIGHTS ? sizes.take() : 0;
    divisor = normalization.divisor(bottom.get(0).count(), targets.counted(), items, sum);
    top.get(0).data().write().put(0, (float) (losses.take() / divisor));
    if (top.size() > 1) {
      probabilities.run(scores, top.get(1).data());
    }
  }

  private double sizes(int worker, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += targets.isIgnored(i) ? 0 : Math.abs(weights.at(i));
    }
    return sum;
  }

  private double losses(int worker, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += targets.isIgnored(i) ? 0 : weights.at(i) * loss(x.get(i), targets.at(i));
    }
    return sum;
  }

  private static double loss(float x, double target) {
    return Math.max(x, 0) - x * target + logarithmOf1And(Math.exp(-Math.abs(x)));
  }

  /** Kahan's way to {@link Math#log1p}, several times as fast. */
  private static double logarithmOf1And(double x) {
    double sum = 1 + x;
    return sum == 1 ? x : Math.log(sum) * (x / (sum - 1));
  }

  private static double probability(float x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static void probabilities(float[][] in, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = (float) probability(in[0][i]);
    }
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      factor = top.get(0).diff().read().get(0) / divisor;
      targets.look(bottom.get(1).data());
      weights.read(bottom);
      x = bottom.get(0).data().read();
      dx = bottom.get(0).diff().write();
      parallel.forEach(bottom.get(0).count(), GRAIN, gradients);
    }
  }

  private void gradients(int worker, int from, int to) {
    for (int i = from; i < to; i++) {
      double slope =
          targets.isIgnored(i) ? 0 : weights.at(i) * (probability(x.get(i)) - targets.at(i));
      dx.put(i, (float) (factor * slope));
    }
  }
}
