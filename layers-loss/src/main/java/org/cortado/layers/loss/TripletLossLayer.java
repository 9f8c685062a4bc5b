package org.cortado.layers.loss;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * Wants an anchor nearer to what it is like than to what it isn't, by a margin: {@code loss = Σ
 * max(0, d(anchor, positive) − d(anchor, negative) + margin) / N}, {@code d(u, v) = (Σ |u_i −
 * v_i|^p)^(1/p)}.
 *
 * <ul>
 *   <li>bottom 0: the anchors, a vector for each item, {@code [N x …]}
 *   <li>bottom 1: the positives, the shape of the anchors
 *   <li>bottom 2: the negatives, the shape of the anchors
 *   <li>top 0: the loss, {@code []}; 0 without items
 *   <li>backward: to all three, with {@code ∂d/∂u_i = sign(u_i − v_i) (|u_i − v_i| / d)^(p−1)},
 *       which is taken for 0 at the distance 0; 0 for items that keep the margin
 *   <li>parameters: none
 * </ul>
 *
 * <p>PyTorch's TripletMarginLoss, which adds 1e-6 to each difference. With {@code swap} the
 * negative is compared with the anchor or the positive, whichever is nearer to it (Balntas and
 * others, "Learning local feature descriptors with triplets and shallow convolutional neural
 * networks", 2016). Sums are in double.
 */
@LayerType(
    name = "TripletLoss",
    bottoms = 3,
    bottomNames = {"anchors", "positives", "negatives"},
    topNames = "loss",
    backwardReads = Reads.BOTTOM_DATA,
    loss = true)
@Help("wants anchors nearer to positives than to negatives, by a margin")
public final class TripletLossLayer extends EmbeddingLossLayer {

  private static final int ANCHOR = 0;
  private static final int POSITIVE = 1;
  private static final int NEGATIVE = 2;

  /** What a net file says of a {@code TripletLoss}. */
  public record Options(
      @Default("1") @Help("by how much negatives must be farther than positives") float margin,
      @Default("2") @Range(min = 1) @Help("the power in the distance; 2 is Euclid's") float p,
      @Default("false") @Help("whether the negative may be compared with the positive instead")
          boolean swap) {}

  private final Options options;

  @Inject
  TripletLossLayer(Options options, Backend backend) {
    super(backend, 3);
    this.options = options;
  }

  @Override
  double loss(int item) {
    double near = distance(ANCHOR, POSITIVE, item);
    double far = distance(from(item), NEGATIVE, item);
    return Math.max(0, near - far + options.margin());
  }

  /** Returns which bottom the negative of an item is compared with. */
  private int from(int item) {
    boolean swapped =
        options.swap() && distance(POSITIVE, NEGATIVE, item) < distance(ANCHOR, NEGATIVE, item);
    return swapped ? POSITIVE : ANCHOR;
  }

  private double distance(int a, int b, int item) {
    if (options.p() == 2) {
      return Math.sqrt(vectors().squaredDistance(a, b, item));
    }
    double greatest = greatest(a, b, item);
    if (greatest == 0) {
      return 0;
    }
    double sum = 0;
    for (int i = vectors().first(item); i < vectors().first(item + 1); i++) {
      sum += Math.pow(Math.abs(vectors().difference(a, b, i)) / greatest, options.p());
    }
    return greatest * Math.pow(sum, 1.0 / options.p());
  }

  /** Returns the greatest difference, which is taken out of the powers for them not to be 0. */
  private double greatest(int a, int b, int item) {
    double greatest = 0;
    for (int i = vectors().first(item); i < vectors().first(item + 1); i++) {
      greatest = Math.max(greatest, Math.abs(vectors().difference(a, b, i)));
    }
    return greatest;
  }

  @Override
  void gradient(int item, int bottom, double factor, FloatBuffer dx) {
    int from = from(item);
    double near = distance(ANCHOR, POSITIVE, item);
    double far = distance(from, NEGATIVE, item);
    double slope = factor * Math.signum(Math.max(0, near - far + options.margin()));
    double ofNear = slope * side(bottom, ANCHOR, POSITIVE);
    double ofFar = slope * side(bottom, from, NEGATIVE);
    double perNear = inverse(near);
    double perFar = inverse(far);
    for (int i = vectors().first(item); i < vectors().first(item + 1); i++) {
      double pull = ofNear * power(perNear * vectors().difference(ANCHOR, POSITIVE, i));
      double push = ofFar * power(perFar * vectors().difference(from, NEGATIVE, i));
      dx.put(i, (float) (pull - push));
    }
  }

  /** Returns 1 or −1 for the first or the second vector of a distance, 0 for another. */
  private static int side(int bottom, int first, int second) {
    return bottom == second ? -1 : bottom == first ? 1 : 0;
  }

  private static double inverse(double distance) {
    return distance == 0 ? 0 : 1 / distance;
  }

  private double power(double share) {
    return options.p() == 2
        ? share
        : Math.signum(share) * Math.pow(Math.abs(share), options.p() - 1.0);
  }
}
