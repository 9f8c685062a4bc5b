package org.cortado.layers.loss;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.DataException;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * Turns similar vectors into one direction and others away from each other: {@code loss = Σ l / N},
 * {@code l = 1 − cos} where {@code y} is 1 and {@code max(0, cos − margin)} where it is −1, {@code
 * cos = a · b / (|a| |b|)}.
 *
 * <ul>
 *   <li>bottom 0, {@code a}: a vector for each item, {@code [N x …]}
 *   <li>bottom 1, {@code b}: the shape of {@code a}
 *   <li>bottom 2, {@code y}: 1 for each item whose vectors are similar, −1 for the others, {@code
 *       [N]}; it takes no gradient
 *   <li>top 0: the loss, {@code []}; 0 without items
 *   <li>backward: {@code da = ∓(b / (|a| |b|) − cos · a / |a|²) · weight / N}, minus where {@code
 *       y} is 1, 0 where it is −1 and {@code cos} is no more than the margin; {@code db} likewise
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch's CosineEmbeddingCriterion, as there with 1e-12 added to each squared length, so that
 * the cosine of a vector of zeros is 0. Sums are in double.
 */
@LayerType(
    name = "CosineEmbeddingLoss",
    bottoms = 3,
    bottomNames = {"a", "b", "similar"},
    topNames = "loss",
    backwardReads = Reads.BOTTOM_DATA,
    loss = true,
    noGradient = 2)
@Help("turns similar vectors into one direction and others away from it")
public final class CosineEmbeddingLossLayer extends EmbeddingLossLayer {

  private static final double NO_LENGTH = 1e-12;

  /** What a net file says of a {@code CosineEmbeddingLoss}. */
  public record Options(
      @Default("0")
          @Range(min = -1, max = 1)
          @Help("the cosine up to which vectors that are not similar cost nothing")
          float margin) {}

  private final float margin;
  private FloatBuffer similar = Buffers.EMPTY;

  @Inject
  CosineEmbeddingLossLayer(Options options, Backend backend) {
    super(backend, 2);
    margin = options.margin();
  }

  @Override
  void reshapeOthers(List<Blob> bottom) {
    Shape shape = bottom.get(2).shape();
    if (shape.count() != vectors().items()) {
      throw new InvalidLayerException(
          "bottom 2 must have %d elements, one for each item, but is %s"
              .formatted(vectors().items(), shape));
    }
  }

  @Override
  void readOthers(List<Blob> bottom) {
    similar = bottom.get(2).data().read();
    for (int i = 0; i < vectors().items(); i++) {
      if (Math.abs(similar.get(i)) != 1) {
        throw refusal(i, bottom.get(2).shape());
      }
    }
  }

  private DataException refusal(int index, Shape shape) {
    return new DataException(
        "target %s at %s of %s must be 1 or -1"
            .formatted(Labels.text(similar.get(index)), Labels.coordinates(index, shape), shape));
  }

  @Override
  double loss(int item) {
    double cosine = cosine(item, squaredLength(0, item), squaredLength(1, item));
    return similar.get(item) == 1 ? 1 - cosine : Math.max(0, cosine - margin);
  }

  private double cosine(int item, double a, double b) {
    return vectors().product(0, 1, item) / Math.sqrt(a * b);
  }

  private double squaredLength(int bottom, int item) {
    return vectors().product(bottom, bottom, item) + NO_LENGTH;
  }

  @Override
  void gradient(int item, int bottom, double factor, FloatBuffer dx) {
    double mine = squaredLength(bottom, item);
    double others = squaredLength(1 - bottom, item);
    double cosine = cosine(item, mine, others);
    double slope = factor * slope(item, cosine);
    double ofOther = slope / Math.sqrt(mine * others);
    double ofMine = slope * cosine / mine;
    for (int i = vectors().first(item); i < vectors().first(item + 1); i++) {
      double turned = ofOther * vectors().at(1 - bottom, i) - ofMine * vectors().at(bottom, i);
      dx.put(i, (float) turned);
    }
  }

  private double slope(int item, double cosine) {
    return similar.get(item) == 1 ? -1 : Math.signum(Math.max(0, cosine - margin));
  }
}
