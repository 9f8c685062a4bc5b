package org.cortado.layers.loss;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * The negative log-likelihood of the labels, given logarithms of probabilities: {@code loss = −Σ w
 * x[label] / norm}, the sum going over all positions whose label is not ignored.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: log-probabilities {@code [outer x classes x inner]}, split at {@code
 *       axis}
 *   <li>bottom 1: labels, {@code outer · inner} whole numbers from 0 to {@code classes − 1}; they
 *       take no gradient
 *   <li>bottom 2, if named: a weight for each position, or for each of the {@code outer} items;
 *       {@code w} is this times the weight of the label's class, 1 without either; it takes no
 *       gradient
 *   <li>top 0: the loss, {@code []}
 *   <li>backward: {@code dx = −q · w · weight / norm}, {@code q} being 1 for the label's class and
 *       0 for the others; 0 where ignored
 *   <li>parameters: none
 * </ul>
 *
 * <p>With {@code label_smoothing} {@code ε} the loss of a position is {@code −Σ q x} with {@code q
 * = 1 − ε + ε / classes} for the label's class and {@code ε / classes} for the others.
 *
 * <p>Torch's ClassNLLCriterion and SpatialClassNLLCriterion, to stand upon a LogSoftmax; both
 * together are a SoftmaxWithLoss without its limit of 87.3365. Torch's mean of weighted losses is
 * the normalization {@code weights}; see {@link Normalization}. Sums are in double.
 */
@LayerType(
    name = "NLLLoss",
    bottoms = 2,
    maxBottoms = 3,
    bottomNames = {"log-probabilities", "labels", "weights"},
    topNames = "loss",
    backwardReads = Reads.BOTTOM_DATA,
    loss = true,
    noGradient = {1, 2})
@Help("negative log-likelihood of the labels, given log-probabilities")
public final class NLLLossLayer extends ScoreLossLayer {

  /** What a net file says of a {@code NLLLoss}. */
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

  private final int axis;

  @Inject
  NLLLossLayer(Options options, Backend backend) {
    super(backend, options.ofLabels(), new Smoothing(options.labelSmoothing()).of(new Negative()));
    axis = options.axis();
  }

  @Override
  ClassAxis classAxis(Shape scores) {
    return ClassAxis.of(scores, axis);
  }

  /** The negative of a log-probability. */
  private record Negative() implements ClassCost {

    @Override
    public double of(double score) {
      return -score;
    }

    @Override
    public double slope(double score) {
      return -1;
    }
  }
}
