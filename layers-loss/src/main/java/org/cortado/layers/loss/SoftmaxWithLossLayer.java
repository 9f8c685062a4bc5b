package org.cortado.layers.loss;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * The cross-entropy of scores and labels: {@code loss = −Σ w ln p[label] / norm}, {@code p} being
 * the softmax of the scores and the sum going over all positions whose label is not ignored.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: scores {@code [outer x classes x inner]}, split at {@code axis}
 *   <li>bottom 1: labels, {@code outer · inner} whole numbers from 0 to {@code classes − 1}; they
 *       take no gradient
 *   <li>bottom 2, if named: a weight for each position, or for each of the {@code outer} items;
 *       {@code w} is this times the weight of the label's class, 1 without either; it takes no
 *       gradient
 *   <li>top 0: the loss, {@code []}
 *   <li>top 1, if named: {@code p}, the shape of {@code x}; nothing is propagated down from it
 *   <li>backward: {@code dx = (p − q) · w · weight / norm}, {@code q} being 1 for the label's class
 *       and 0 for the others; 0 where ignored
 *   <li>parameters: none
 * </ul>
 *
 * <p>With {@code label_smoothing} {@code ε} the loss of a position is {@code −Σ q ln p} with {@code
 * q = 1 − ε + ε / classes} for the label's class and {@code ε / classes} for the others; the weight
 * is that of the label's class for all of them.
 *
 * <p>Caffe's SoftmaxWithLoss, save that a label out of range is an error there in debug builds
 * alone, and that {@code normalize} beside {@code normalization} is ignored there. As in Caffe
 * {@code p} is taken for 2⁻¹²⁶ where it is less, so one position costs 87.3365 at most: a loss that
 * stays there says that the scores have diverged. {@link Normalization} says what weights do to the
 * divisor. Sums are in double.
 */
@LayerType(
    name = "SoftmaxWithLoss",
    bottoms = 2,
    maxBottoms = 3,
    maxTops = 2,
    bottomNames = {"scores", "labels", "weights"},
    topNames = {"loss", "probabilities"},
    backwardReads = {},
    loss = true,
    noGradient = {1, 2},
    noGradientTops = 1)
@Help("softmax and the mean negative log-likelihood of the labels")
public final class SoftmaxWithLossLayer extends SoftmaxLossLayer {

  /** What a net file says of a {@code SoftmaxWithLoss}. */
  public record Options(
      @Default("1") @Help("the axis of the classes; negative counts from the end") int axis,
      @Help("a label whose positions count for nothing") Optional<Integer> ignoreLabel,
      @Help("what the sum is divided by; valid unless said") Optional<Normalization> normalization,
      @Help("Caffe's old way to say normalization: true for valid, false for batch_size")
          Optional<Boolean> normalize,
      @Default("0")
          @Range(min = 0, max = 1)
          @Help("the share of the target that is spread evenly over all classes")
          float labelSmoothing,
      @Range(min = 0)
          @Help("what the loss of each class's positions is multiplied by; 1 unless said")
          List<Float> classWeights) {

    LabelOptions ofLabels() {
      return LabelOptions.of(ignoreLabel, normalization, normalize, classWeights);
    }
  }

  @Inject
  SoftmaxWithLossLayer(Options options, LayerContext context, Backend backend) {
    super(context, backend, options.axis(), loss(options, backend));
  }

  private static LabelledLoss loss(Options options, Backend backend) {
    Term term = new Smoothing(options.labelSmoothing()).of(new CrossEntropy());
    return new LabelledLoss(options.ofLabels(), term, 2, backend.parallel());
  }

  /** The cross-entropy of probabilities, and its gradient with respect to the scores. */
  private record CrossEntropy() implements SmoothableTerm {

    /** So many probabilities can be multiplied before a double underflows. */
    private static final int FACTORS = 8;

    @Override
    public double loss(Row row, int label) {
      return -Math.log(Math.max(row.get(label), Float.MIN_NORMAL));
    }

    /** Takes few logarithms, which cost more than all else here. */
    @Override
    public double lossOfAll(Row row) {
      double sum = 0;
      double product = 1;
      for (int i = 0; i < row.classes(); i++) {
        product *= Math.max(row.get(i), Float.MIN_NORMAL);
        if (i % FACTORS == FACTORS - 1) {
          sum -= Math.log(product);
          product = 1;
        }
      }
      return sum - Math.log(product);
    }

    @Override
    public void gradient(Row row, int label, double factor) {
      for (int i = 0; i < row.classes(); i++) {
        row.set(i, factor * row.get(i));
      }
      row.set(label, factor * (row.get(label) - 1.0));
    }

    @Override
    public void addGradientOfAll(Row row, double factor) {
      for (int i = 0; i < row.classes(); i++) {
        row.add(i, factor * (row.classes() * (double) row.get(i) - 1));
      }
    }
  }
}
