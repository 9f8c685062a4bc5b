package org.cortado.layers.core.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cortado.api.Layer;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.geometry.BroadcastLoop;
import org.cortado.api.geometry.Reduction;
import org.cortado.api.geometry.Stretch;
import org.cortado.api.geometry.SumLoop;
import org.cortado.api.window.ReceptiveField;

/** The base of a layer that sums something along axes. */
class ReducingLayer implements Layer {

  private final Summary summary;
  private final Function<Shape, Reduction> geometry;
  private final boolean keepDims;
  private final SumLoop sums;
  private final BroadcastLoop spreading;
  private List<Tensor> inputs = List.of();
  private List<Tensor> operands = List.of();
  private int count;

  /** Makes one that brings axes together as the geometry of its bottom's shape says. */
  ReducingLayer(
      Backend backend, Summary summary, Function<Shape, Reduction> geometry, boolean keepDims) {
    this.summary = summary;
    this.geometry = geometry;
    this.keepDims = keepDims;
    sums = new SumLoop(backend.parallel(), summary::terms, this::finish);
    spreading =
        new BroadcastLoop(
            backend.parallel(), (in, dx, length) -> summary.backward(in, dx, length, count));
  }

  /** Nothing makes 0: no mean is 0/0. */
  private double finish(double sum) {
    return count == 0 ? 0 : summary.finish(sum, count);
  }

  @Override
  public final void reshape(List<Blob> bottom, List<Blob> top) {
    Blob x = bottom.get(0);
    Blob y = top.get(0);
    Reduction reduction = geometry.apply(x.shape());
    y.reshape(reduction.output(keepDims));
    count = reduction.summands();
    Stretch whole = Stretch.of(x.shape(), x.shape());
    sums.prepare(reduction.stretch(), List.of(whole));
    inputs = List.of(x.data());
    prepareBackward(x, y, whole, reduction.stretch());
  }

  private void prepareBackward(Blob x, Blob y, Stretch whole, Stretch stretch) {
    List<Tensor> tensors = new ArrayList<>(List.of(y.diff()));
    List<Stretch> stretches = new ArrayList<>(List.of(stretch));
    if (summary.reads().contains(Reads.BOTTOM_DATA)) {
      tensors.add(x.data());
      stretches.add(whole);
    }
    if (summary.reads().contains(Reads.TOP_DATA)) {
      tensors.add(y.data());
      stretches.add(stretch);
    }
    operands = List.copyOf(tensors);
    spreading.prepare(stretches);
  }

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    sums.run(inputs, top.get(0).data());
  }

  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      spreading.run(operands, bottom.get(0).diff());
    }
  }

  @Override
  public final ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    return geometry.apply(bottom.get(0).shape()).receptiveField();
  }
}
