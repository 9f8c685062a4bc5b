package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;

/**
 * Sums a blob along some of its axes, or along all.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x} without the axes; {@code []} without any
 *   <li>backward: {@code dx} is the {@code dy} that its element went into
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's Sum; Caffe's Reduction with SUM, but along any axes. Sums in double precision, in
 * an order that doesn't depend on the number of threads.
 */
@LayerType(
    name = "Sum",
    bottomNames = "x",
    topNames = "y",
    backwardReads = {})
@Help("sums along some axes, or along all")
public final class SumLayer implements Layer {

  private static final int GRAIN = 16 * 1024;

  /** What a net file says of a {@code Sum}. */
  public record Options(
      @Help("the axes to sum along, which the top hasn't any more; all if none are given")
          List<Integer> axes) {

    /** Copies the list. */
    public Options {
      axes = List.copyOf(axes);
    }
  }

  private final List<Integer> axes;
  private final Parallel parallel;
  private final Parallel.Body gather = this::gather;
  private final Parallel.Body scatter = this::scatter;
  private Reduction reduction = Reduction.of(Shape.of(), List.of());
  private int grain;
  private FloatBuffer whole = Buffers.EMPTY;
  private FloatBuffer sums = Buffers.EMPTY;

  @Inject
  SumLayer(Options options, Backend backend) {
    axes = options.axes();
    parallel = backend.parallel();
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    reduction = Reduction.of(bottom.get(0).shape(), axes);
    top.get(0).reshape(reduction.output());
    int summands = reduction.run() * reduction.steps().length;
    grain = Math.max(1, GRAIN / Math.max(1, summands));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    whole = bottom.get(0).data().read();
    sums = top.get(0).data().write();
    parallel.forEach(reduction.starts().length, grain, gather);
  }

  private void gather(int worker, int from, int to) {
    for (int output = from; output < to; output++) {
      sums.put(output, (float) sum(whole, reduction.starts()[output]));
    }
  }

  private double sum(FloatBuffer x, int start) {
    double sum = 0;
    for (int step : reduction.steps()) {
      int begin = start + step;
      for (int i = begin; i < begin + reduction.run(); i++) {
        sum += x.get(i);
      }
    }
    return sum;
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      whole = bottom.get(0).diff().write();
      sums = top.get(0).diff().read();
      parallel.forEach(reduction.starts().length, grain, scatter);
    }
  }

  private void scatter(int worker, int from, int to) {
    for (int output = from; output < to; output++) {
      spread(sums.get(output), whole, reduction.starts()[output]);
    }
  }

  private void spread(float dy, FloatBuffer dx, int start) {
    for (int step : reduction.steps()) {
      int begin = start + step;
      for (int i = begin; i < begin + reduction.run(); i++) {
        dx.put(i, dy);
      }
    }
  }
}
