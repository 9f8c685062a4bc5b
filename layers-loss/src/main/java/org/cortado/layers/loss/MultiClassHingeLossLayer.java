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
 * The multi-class SVM loss: every other class's score must stay a margin below the label's, {@code
 * m_j = max(0, x_j − x_label + margin)} for {@code j ≠ label}; {@code loss = Σ w m / norm} or
 * {@code Σ w m² / norm}, the sum going over all positions whose label is not ignored.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: scores {@code [outer x classes x inner]}, split at {@code axis}
 *   <li>bottom 1: labels, {@code outer · inner} whole numbers from 0 to {@code classes − 1}; they
 *       take no gradient
 *   <li>bottom 2, if named: a weight for each position, or for each of the {@code outer} items;
 *       {@code w} is this times the weight of the label's class, 1 without either; it takes no
 *       gradient
 *   <li>top 0: the loss, {@code []}
 *   <li>backward: {@code dx_j = w · weight / norm} where {@code m_j > 0}, else 0; with the norm l2
 *       times {@code 2 m_j}; {@code dx_label} is minus the sum of the others
 *   <li>parameters: none
 * </ul>
 *
 * <p>With {@code label_smoothing} {@code ε} the loss of a position is {@code Σ_c q_c loss_c},
 * {@code loss_c} being the above were {@code c} the label, with {@code q_c = 1 − ε + ε / classes}
 * for the label's class and {@code ε / classes} for the others; the weight is that of the label's
 * class for all of them. Then every class's score is held against every other's, so the work grows
 * with the square of the classes.
 *
 * <p>Weston and Watkins' loss as Stanford's CS231n teaches it. Torch's MultiMarginCriterion also
 * divides by the number of classes. {@link Normalization} says what weights do to the divisor. Sums
 * are in double.
 */
@LayerType(
    name = "MultiClassHingeLoss",
    bottoms = 2,
    maxBottoms = 3,
    bottomNames = {"scores", "labels", "weights"},
    topNames = "loss",
    backwardReads = Reads.BOTTOM_DATA,
    loss = true,
    noGradient = {1, 2})
@Help("multi-class SVM loss: the label's score against each other one")
public final class MultiClassHingeLossLayer extends ScoreLossLayer {

  /** What a net file says of a {@code MultiClassHingeLoss}. */
  public record Options(
      @Default("1") @Help("the axis of the classes; negative counts from the end") int axis,
      @Default("1") @Help("how far below the label's score the others must stay") float margin,
      @Default("l1") @Help("whether missed margins are summed as they are or squared")
          MarginNorm norm,
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
  MultiClassHingeLossLayer(Options options, Backend backend) {
    super(
        backend,
        options.ofLabels(),
        new Smoothing(options.labelSmoothing()).of(new Margins(options.margin(), options.norm())));
    axis = options.axis();
  }

  @Override
  ClassAxis classAxis(Shape scores) {
    return ClassAxis.of(scores, axis);
  }

  /** Each other class's score against the label's. */
  private record Margins(float margin, MarginNorm norm) implements SmoothableTerm {

    @Override
    public double loss(Row row, int label) {
      double bound = bound(row, label);
      double sum = 0;
      for (int i = 0; i < row.classes(); i++) {
        sum += i == label ? 0 : norm.cost(missed(row, i, bound));
      }
      return sum;
    }

    @Override
    public void gradient(Row row, int label, double factor) {
      double bound = bound(row, label);
      double sum = 0;
      for (int i = 0; i < row.classes(); i++) {
        double slope = i == label ? 0 : norm.slope(missed(row, i, bound));
        row.set(i, slope * factor);
        sum += slope;
      }
      row.set(label, 0 - sum * factor);
    }

    @Override
    public void addGradientOfAll(Row row, double factor) {
      for (int i = 0; i < row.classes(); i++) {
        row.add(i, slopeOfAll(row, i) * factor);
      }
    }

    /** A class's score stands above the bounds of the others, and its bound below their scores. */
    private double slopeOfAll(Row row, int label) {
      double bound = bound(row, label);
      double sum = 0;
      for (int i = 0; i < row.classes(); i++) {
        sum += norm.slope(missed(row, label, bound(row, i))) - norm.slope(missed(row, i, bound));
      }
      return sum;
    }

    private double bound(Row row, int label) {
      return (double) row.get(label) - margin;
    }

    private static double missed(Row row, int i, double bound) {
      return Math.max(0, row.get(i) - bound);
    }
  }
}
