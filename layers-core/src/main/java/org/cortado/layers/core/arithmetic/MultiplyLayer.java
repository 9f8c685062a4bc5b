package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Kernels;
import org.cortado.api.blob.Tensor;
import org.cortado.api.option.Help;

/**
 * Multiplies its bottoms: {@code y = x_0 · x_1 · …}.
 *
 * <ul>
 *   <li>bottoms, {@code x_i}: two or more of one shape
 *   <li>top 0, {@code y}: the same shape
 *   <li>backward: {@code dx_i = dy · Π_{j≠i} x_j}, right at zeros, too
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Eltwise with PROD in its stable form, Torch nn's CMulTable.
 */
@LayerType(
    name = "Multiply",
    bottoms = 2,
    maxBottoms = LayerType.ANY,
    bottomNames = "x",
    topNames = "y",
    backwardReads = Reads.BOTTOM_DATA)
@Help("multiplies its bottoms, element by element")
public final class MultiplyLayer extends CombiningLayer {

  private final ElementwiseLoop product;
  private List<List<Tensor>> factors = List.of();

  @Inject
  MultiplyLayer(Backend backend) {
    super(backend, Kernels::product);
    product = new ElementwiseLoop(backend.parallel(), Kernels::product);
  }

  /** Lists for each bottom what its gradient is the product of: {@code dy} and the others. */
  @Override
  void prepareBackward(List<Tensor> x, Tensor dy) {
    factors = IntStream.range(0, x.size()).mapToObj(i -> replaced(x, i, dy)).toList();
  }

  private static List<Tensor> replaced(List<Tensor> tensors, int index, Tensor by) {
    List<Tensor> changed = new ArrayList<>(tensors);
    changed.set(index, by);
    return changed;
  }

  @Override
  void backward(Tensor dy, int bottom, Tensor dx) {
    product.run(factors.get(bottom), dx);
  }
}
