package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.cortado.api.Claim;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.MatrixProduct;
import org.cortado.api.backend.Prepared;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.window.ReceptiveField;

/**
 * Multiplies matrices: {@code y = a · b}, for each pair in a batch.
 *
 * <ul>
 *   <li>bottom 0, {@code a}: {@code [batch… x m x k]}, or {@code [batch… x k x m]} with {@code
 *       transpose_a}
 *   <li>bottom 1, {@code b}: {@code [batch… x k x n]}, or {@code [batch… x n x k]} with {@code
 *       transpose_b}; the axes of the batch go together as those of {@link AddLayer}
 *   <li>top 0, {@code y}: {@code [batch… x m x n]}; 0 where {@code k} is 0
 *   <li>backward: {@code da = dy · bᵀ}, {@code db = aᵀ · dy}, summed over what was stretched
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's MM; Caffe has none. A product by one matrix for the whole batch is computed as one.
 */
@LayerType(
    name = "MatMul",
    bottoms = 2,
    bottomNames = {"a", "b"},
    topNames = "y",
    backwardReads = Reads.BOTTOM_DATA,
    claims = Claim.MIXES_ITEMS)
@Help("multiplies the matrices of two bottoms, a batch of them with broadcasting")
public final class MatMulLayer implements Layer {

  /** What a net file says of a {@code MatMul}. */
  public record Options(
      @Default("false") @Help("whether the matrices of bottom 0 are stored transposed")
          boolean transposeA,
      @Default("false") @Help("whether the matrices of bottom 1 are stored transposed")
          boolean transposeB) {}

  private final Options options;
  private final Prepared<MatrixProduct.Spec, MatrixProduct> product;
  private final Prepared<MatrixProduct.Spec, MatrixProduct> leftGradient;
  private final Prepared<MatrixProduct.Spec, MatrixProduct> rightGradient;
  private Optional<MatMulShapes> planned = Optional.empty();

  @Inject
  MatMulLayer(Options options, Backend backend) {
    this.options = options;
    product = new Prepared<>(backend::matrixProduct, MatrixProduct::close);
    leftGradient = new Prepared<>(backend::matrixProduct, MatrixProduct::close);
    rightGradient = new Prepared<>(backend::matrixProduct, MatrixProduct::close);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    MatMulShapes shapes =
        new MatMulShapes(
            bottom.get(0).shape(),
            bottom.get(1).shape(),
            options.transposeA(),
            options.transposeB());
    top.get(0).reshape(shapes.output());
    planned = Optional.of(shapes);
  }

  /** Takes memory for each matrix of a batch, which a net that is only planned needn't. */
  private void prepare() {
    if (planned.isPresent()) {
      MatMulShapes shapes = planned.get();
      product.prepare(shapes.product());
      leftGradient.prepare(shapes.leftGradient());
      rightGradient.prepare(shapes.rightGradient());
      planned = Optional.empty();
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    prepare();
    product.operation().multiply(bottom.get(0).data(), bottom.get(1).data(), top.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    Tensor dy = top.get(0).diff();
    if (propagateDown[0]) {
      multiply(leftGradient, options.transposeA(), dy, bottom.get(1).data(), bottom.get(0).diff());
    }
    if (propagateDown[1]) {
      multiply(
          rightGradient, !options.transposeB(), dy, bottom.get(0).data(), bottom.get(1).diff());
    }
  }

  private static void multiply(
      Prepared<MatrixProduct.Spec, MatrixProduct> gradient,
      boolean dyLast,
      Tensor dy,
      Tensor other,
      Tensor result) {
    gradient.operation().multiply(dyLast ? other : dy, dyLast ? dy : other, result);
  }

  @Override
  public long multiplyAdds(List<Blob> bottom, List<Blob> top) {
    int summands = bottom.get(0).shape().dim(options.transposeA() ? -2 : -1);
    return (long) top.get(0).count() * summands;
  }

  @Override
  public ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    return ReceptiveField.WHOLE;
  }

  @Override
  public void close() {
    product.close();
    leftGradient.close();
    rightGradient.close();
  }
}
