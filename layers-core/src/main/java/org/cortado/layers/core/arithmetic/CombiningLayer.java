package org.cortado.layers.core.arithmetic;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.geometry.Broadcast;
import org.cortado.api.geometry.BroadcastLoop;
import org.cortado.api.geometry.Stretch;
import org.cortado.api.geometry.SumLoop;

/**
 * The base of a layer that computes each element of its top from one element of every bottom,
 * bottoms of other shapes being stretched.
 */
class CombiningLayer implements Layer {

  private final Parallel parallel;
  private final Combination combination;
  private final BroadcastLoop loop;
  private final List<Gradient> gradients = new ArrayList<>();
  private List<Tensor> inputs = List.of();

  /** Makes one that computes a function. */
  CombiningLayer(Backend backend, Combination combination) {
    parallel = backend.parallel();
    this.combination = combination;
    loop = new BroadcastLoop(parallel, combination::forward);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Broadcast broadcast = Broadcast.of(bottom.stream().map(Blob::shape).toList());
    if (bottom.get(0) == top.get(0)) {
      requireShapeOfTop(bottom.get(0).shape(), broadcast.output());
    }
    top.get(0).reshape(broadcast.output());
    inputs = bottom.stream().map(Blob::data).toList();
    loop.prepare(broadcast.stretches());
    for (int i = 0; i < bottom.size(); i++) {
      if (gradients.size() == i) {
        gradients.add(new Gradient(i));
      }
      gradients.get(i).prepare(broadcast, inputs, top.get(0).diff());
    }
  }

  private static void requireShapeOfTop(Shape bottom, Shape top) {
    if (!bottom.equals(top)) {
      throw new InvalidLayerException(
          "can't work in place: bottom 0 has the shape %s, but the top %s".formatted(bottom, top));
    }
  }

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    loop.run(inputs, top.get(0).data());
  }

  /** The first bottom, whose diff may be that of the top, comes last. */
  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    for (int i = bottom.size() - 1; i >= 0; i--) {
      if (propagateDown[i]) {
        gradients.get(i).run(top.get(0).diff(), bottom.get(i).diff());
      }
    }
  }

  /** The gradient of one bottom. */
  private final class Gradient {

    private final int bottom;
    private final SumLoop sums;
    private Stretch stretch = Stretch.of(Shape.of(), Shape.of());
    private List<Tensor> operands = List.of();

    Gradient(int bottom) {
      this.bottom = bottom;
      sums =
          new SumLoop(parallel, (in, out, length) -> combination.backward(bottom, in, out, length));
    }

    void prepare(Broadcast broadcast, List<Tensor> x, Tensor dy) {
      List<Tensor> tensors = new ArrayList<>();
      List<Stretch> stretches = new ArrayList<>();
      for (int read : combination.reads(bottom, x.size())) {
        tensors.add(x.get(read));
        stretches.add(broadcast.stretches().get(read));
      }
      tensors.add(dy);
      stretches.add(broadcast.whole());
      operands = List.copyOf(tensors);
      stretch = broadcast.stretches().get(bottom);
      sums.prepare(stretch, stretches);
    }

    void run(Tensor dy, Tensor dx) {
      boolean there = combination.passes(bottom) && stretch.isWhole() && dx.sharesMemoryWith(dy);
      if (!there) {
        sums.run(operands, dx);
      }
    }
  }
}
