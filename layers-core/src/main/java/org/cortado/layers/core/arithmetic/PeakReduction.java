package org.cortado.layers.core.arithmetic;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;
import org.cortado.api.geometry.MaxLoop;
import org.cortado.api.geometry.Reduction;
import org.cortado.api.geometry.Stretch;
import org.cortado.api.window.ReceptiveField;

/** Finds a peak along axes; its gradient goes to the first element that is it. */
final class PeakReduction implements Layer {

  private static final int GRAIN = 16 * 1024;

  private final List<Integer> axes;
  private final boolean keepDims;
  private final Peak peak;
  private final Parallel parallel;
  private final MaxLoop loop;
  private final ElementwiseLoop negation;
  private final Parallel.Body clearing = this::clear;
  private final Parallel.Body routing = this::route;
  private List<Tensor> inputs = List.of();
  private List<Tensor> outputs = List.of();
  private FloatBuffer x = Buffers.EMPTY;
  private FloatBuffer dy = Buffers.EMPTY;
  private FloatBuffer dx = Buffers.EMPTY;

  /** Makes one; all axes are meant if none are given. */
  PeakReduction(List<Integer> axes, boolean keepDims, Peak peak, Backend backend) {
    this.axes = axes;
    this.keepDims = keepDims;
    this.peak = peak;
    parallel = backend.parallel();
    loop = new MaxLoop(parallel, peak::heights);
    negation = new ElementwiseLoop(parallel, peak::heights);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Reduction reduction = Reduction.of(bottom.get(0).shape(), axes);
    Stretch whole = Stretch.of(bottom.get(0).shape(), bottom.get(0).shape());
    top.get(0).reshape(reduction.output(keepDims));
    loop.prepare(reduction.stretch(), List.of(whole));
    inputs = List.of(bottom.get(0).data());
    outputs = List.of(top.get(0).data());
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    loop.run(inputs, top.get(0).data());
    if (peak.sign() < 0) {
      negation.run(outputs, top.get(0).data());
    }
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      x = bottom.get(0).data().read();
      dy = top.get(0).diff().read();
      dx = bottom.get(0).diff().write();
      parallel.forEach(bottom.get(0).count(), GRAIN, clearing);
      parallel.forEach(top.get(0).count(), GRAIN, routing);
    }
  }

  @Override
  public ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    return Reduction.of(bottom.get(0).shape(), axes).receptiveField();
  }

  private void clear(int worker, int from, int to) {
    for (int i = from; i < to; i++) {
      dx.put(i, 0);
    }
  }

  private void route(int worker, int from, int to) {
    for (int i = from; i < to; i++) {
      int place = loop.place(i);
      if (place >= 0) {
        dx.put(place, dy.get(i) * peak.slope(x.get(place)));
      }
    }
  }
}
