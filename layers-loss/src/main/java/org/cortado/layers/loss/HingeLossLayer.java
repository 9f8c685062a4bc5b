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
 * The loss of a linear classifier with margins, one class against all others: {@code m = max(0, 1 −
 * t x)} with {@code t} 1 for the label's class and −1 for the others; {@code loss = Σ w m / norm}
 * or {@code Σ w m² / norm}, the sum going over all items whose label is not ignored.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: scores {@code [N x …]}, all behind the first axis being classes
 *   <li>bottom 1: labels, {@code N} whole numbers from 0; they take no gradient
 *   <li>bottom 2, if named: a weight for each item, {@code [N]}; {@code w} is this times the weight
 *       of the label's class, 1 without either; it takes no gradient
 *   <li>top 0: the loss, {@code []}
 *   <li>backward: {@code dx = −t · w · weight / norm} where {@code m > 0}, else 0; with the norm l2
 *       times {@code 2 m}
 *   <li>parameters: none
 * </ul>
 *
 * <p>With {@code label_smoothing} {@code ε} the loss of an item is {@code Σ_c q_c loss_c}, {@code
 * loss_c} being the above were {@code c} the label, with {@code q_c = 1 − ε + ε / classes} for the
 * label's class and {@code ε / classes} for the others; the weight is that of the label's class for
 * all of them. So class {@code i} adds {@code q_i max(0, 1 − x_i) + (1 − q_i) max(0, 1 + x_i)}, or
 * that of the squares.
 *
 * <p>Caffe's HingeLoss, which has the norm alone and divides by {@code N}. {@link Normalization}
 * says what weights do to the divisor. Sums are in double.
 */
@LayerType(
    name = "HingeLoss",
    bottoms = 2,
    maxBottoms = 3,
    bottomNames = {"scores", "labels", "weights"},
    topNames = "loss",
    backwardReads = Reads.BOTTOM_DATA,
    loss = true,
    noGradient = {1, 2})
@Help("max-margin loss, one class against all others")
public final class HingeLossLayer extends ScoreLossLayer {

  /** What a net file says of a {@code HingeLoss}. */
  public record Options(
      @Default("l1") @Help("whether missed margins are summed as they are or squared")
          MarginNorm norm,
      @Help("a label whose items count for nothing") Optional<Integer> ignoreLabel,
      @Help("what the sum is divided by; valid unless said") Optional<Normalization> normalization,
      @Help("Caffe's old way to say normalization: true for valid, false for batch_size")
          Optional<Boolean> normalize,
      @Default("0")
          @Range(min = 0, max = 1)
          @Help("the share of the target that is spread evenly over all classes")
          float labelSmoothing,
      @Range(min = 0) @Help("what the loss of each class's items is multiplied by; 1 unless said")
          List<Float> classWeights) {

    LabelOptions ofLabels() {
      return LabelOptions.of(ignoreLabel, normalization, normalize, classWeights);
    }
  }

  @Inject
  HingeLossLayer(Options options, Backend backend) {
    super(
        backend,
        options.ofLabels(),
        new Smoothing(options.labelSmoothing()).of(new Margins(options.norm())));
  }

  @Override
  ClassAxis classAxis(Shape scores) {
    return ClassAxis.behindTheFirst(scores);
  }

  /** Each class's score against its margin. */
  private record Margins(MarginNorm norm) implements SmoothableTerm {

    @Override
    public double loss(Row row, int label) {
      double sum = 0;
      for (int i = 0; i < row.classes(); i++) {
        sum += norm.cost(missed(row, i, sign(i, label)));
      }
      return sum;
    }

    @Override
    public void gradient(Row row, int label, double factor) {
      for (int i = 0; i < row.classes(); i++) {
        double sign = sign(i, label);
        row.set(i, -sign * norm.slope(missed(row, i, sign)) * factor);
      }
    }

    @Override
    public double lossOfAll(Row row) {
      int others = row.classes() - 1;
      double sum = 0;
      for (int i = 0; i < row.classes(); i++) {
        sum += norm.cost(missed(row, i, 1)) + others * norm.cost(missed(row, i, -1));
      }
      return sum;
    }

    @Override
    public void addGradientOfAll(Row row, double factor) {
      int others = row.classes() - 1;
      for (int i = 0; i < row.classes(); i++) {
        double slope = others * norm.slope(missed(row, i, -1)) - norm.slope(missed(row, i, 1));
        row.add(i, slope * factor);
      }
    }

    private static double missed(Row row, int i, double sign) {
      return Math.max(0, 1 - sign * row.get(i));
    }

    private static double sign(int i, int label) {
      return i == label ? 1 : -1;
    }
  }
}
