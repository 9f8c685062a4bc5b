package org.cortado.layers.loss;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Pulls similar vectors together and pushes others apart, up to a margin: {@code loss = Σ (y d² +
 * (1 − y) max(0, margin − d)²) / (2 N)}, {@code d = |a − b|}.
 *
 * <ul>
 *   <li>bottom 0, {@code a}: a vector for each item, {@code [N x …]}
 *   <li>bottom 1, {@code b}: the shape of {@code a}
 *   <li>bottom 2, {@code y}: 1 for each item whose vectors are similar, 0 for the others, {@code
 *       [N]}; it takes no gradient
 *   <li>top 0: the loss, {@code []}; 0 without items
 *   <li>backward: {@code da = (a − b) · weight / N} where {@code y} is 1; where it is 0 {@code da =
 *       −(margin − d) / (d + 1e-4) · (a − b) · weight / N} if {@code d} is less than the margin,
 *       else 0; {@code db = −da}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's ContrastiveLoss, the 1e-4 included, which stands in for a slope at the distance 0.
 * With {@code legacy_version} {@code (1 − y) max(0, margin − d²)} is summed, as Caffe did before
 * its version 1.0. Caffe takes every {@code y} but 0 for 1; here others are an error. Sums are in
 * double.
 */
@LayerType(
    name = "ContrastiveLoss",
    bottoms = 3,
    bottomNames = {"a", "b", "similar"},
    topNames = "loss",
    backwardReads = Reads.BOTTOM_DATA,
    loss = true,
    noGradient = 2)
@Help("pulls similar vectors together and pushes others apart")
public final class ContrastiveLossLayer extends EmbeddingLossLayer {

  private static final double NO_DISTANCE = 1e-4;

  /** What a net file says of a {@code ContrastiveLoss}. */
  public record Options(
      @Default("1") @Help("the distance beyond which vectors are not pushed apart") float margin,
      @Default("false") @Help("whether the margin is to the squared distance, as in old Caffes")
          boolean legacyVersion) {}

  private final float margin;
  private final boolean legacy;
  private final Labels similar;

  @Inject
  ContrastiveLossLayer(Options options, Backend backend) {
    super(backend, 2);
    margin = options.margin();
    legacy = options.legacyVersion();
    similar = new Labels(Optional.empty(), backend.parallel());
  }

  @Override
  void reshapeOthers(List<Blob> bottom) {
    Shape shape = bottom.get(2).shape();
    if (shape.count() != vectors().items()) {
      throw new InvalidLayerException(
          "bottom 2 must have %d elements, one for each item, but is %s"
              .formatted(vectors().items(), shape));
    }
    similar.reshape(shape.count());
  }

  @Override
  void readOthers(List<Blob> bottom) {
    similar.read(bottom.get(2).data(), 2);
  }

  @Override
  double loss(int item) {
    double squared = vectors().squaredDistance(0, 1, item);
    if (similar.at(item) == 1) {
      return squared / 2;
    }
    double missed = missed(squared);
    return (legacy ? missed : missed * missed) / 2;
  }

  private double missed(double squared) {
    return Math.max(0, margin - (legacy ? squared : Math.sqrt(squared)));
  }

  @Override
  void gradient(int item, int bottom, double factor, FloatBuffer dx) {
    double slope = factor * slope(item);
    for (int i = vectors().first(item); i < vectors().first(item + 1); i++) {
      dx.put(i, (float) (slope * vectors().difference(bottom, 1 - bottom, i)));
    }
  }

  private double slope(int item) {
    if (similar.at(item) == 1) {
      return 1;
    }
    double squared = vectors().squaredDistance(0, 1, item);
    double missed = missed(squared);
    return legacy ? -Math.signum(missed) : -missed / (Math.sqrt(squared) + NO_DISTANCE);
  }
}
