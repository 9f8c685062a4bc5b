package org.cortado.layers.core.recurrent;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;

/**
 * One step of an {@link LSTMLayer} without its weights: with {@code (i, f, o, g) = (σ, σ, σ,
 * tanh)(gates)}, {@code c = f · (cont · c_prev) + i · g} and {@code h = o · tanh(c)}.
 *
 * <ul>
 *   <li>bottom 0, {@code c_prev}: {@code [1 x N x D]}
 *   <li>bottom 1, {@code gates}: {@code [1 x N x 4D]}, of each stream all of {@code i}, then of
 *       {@code f}, {@code o} and {@code g}
 *   <li>bottom 2, {@code cont}: {@code [1 x N]}, 0 where a sequence begins, 1 where it goes on; it
 *       takes no gradient
 *   <li>top 0, {@code c}, and top 1, {@code h}: {@code [1 x N x D]}
 *   <li>backward: with {@code dc' = dc + dh · o · (1 − tanh²(c))}, {@code dc_prev = dc' · f ·
 *       cont}, and to the gates {@code dc' · g · i(1 − i)}, {@code dc' · cont · c_prev · f(1 − f)},
 *       {@code dh · tanh(c) · o(1 − o)}, {@code dc' · i · (1 − g²)}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's LSTMUnit, but that where {@code cont} is 0 a NaN in {@code c_prev} counts for nothing,
 * and that the gradient holds for any {@code cont}, not for 0 and 1 alone.
 */
@LayerType(
    name = "LSTMUnit",
    bottoms = 3,
    tops = 2,
    bottomNames = {"c_prev", "gates", "cont"},
    topNames = {"c", "h"},
    backwardReads = Reads.BOTTOM_DATA,
    noGradient = 2)
@Help("one step of an LSTM without its weights")
public final class LSTMUnitLayer implements Layer {

  private final LstmCell cell = new LstmCell();
  private final Parallel parallel;
  private final Parallel.Body forward = this::forward;
  private final Parallel.Body backward = this::backward;
  private Extent extent = new Extent(1, 0, 1, 1);
  private Row[] rows = {};
  private FloatBuffer previous = Buffers.EMPTY;
  private FloatBuffer gates = Buffers.EMPTY;
  private FloatBuffer cont = Buffers.EMPTY;
  private FloatBuffer c = Buffers.EMPTY;
  private FloatBuffer h = Buffers.EMPTY;
  private FloatBuffer previousDiff = Buffers.EMPTY;
  private FloatBuffer gatesDiff = Buffers.EMPTY;

  @Inject
  LSTMUnitLayer(Backend backend) {
    parallel = backend.parallel();
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape shape = bottom.get(0).shape();
    if (shape.axes() != 3 || shape.dim(0) != 1) {
      throw new InvalidLayerException(
          "bottom 0 has the shape %s, but must be one step, [1 x streams x units]"
              .formatted(shape));
    }
    int width = Shape.of(LstmCell.GATES, shape.dim(2)).count();
    require(bottom, 1, shape.with(2, width));
    require(bottom, 2, Shape.of(1, shape.dim(1)));
    if (rows.length == 0 || width != extent.gates()) {
      rows = Row.rows(parallel.threads(), width, shape.dim(2));
    }
    extent = new Extent(1, shape.dim(1), width, shape.dim(2));
    top.get(0).reshape(shape);
    top.get(1).reshape(shape);
  }

  private static void require(List<Blob> bottom, int index, Shape wanted) {
    if (!bottom.get(index).shape().equals(wanted)) {
      throw new InvalidLayerException(
          "bottom %d has the shape %s, but to go with bottom 0, %s, it must have %s"
              .formatted(index, bottom.get(index).shape(), bottom.get(0).shape(), wanted));
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    open(bottom);
    c = top.get(0).data().write();
    h = top.get(1).data().write();
    parallel.forEach(extent.streams(), extent.grain(), forward);
  }

  private void open(List<Blob> bottom) {
    previous = bottom.get(0).data().read();
    gates = bottom.get(1).data().read();
    cont = bottom.get(2).data().read();
  }

  private void forward(int worker, int from, int to) {
    Row row = rows[worker];
    for (int n = from; n < to; n++) {
      remember(row, n);
      c.put(n * extent.units(), row.c);
      h.put(n * extent.units(), row.h);
    }
  }

  private void remember(Row row, int n) {
    previous.get(n * extent.units(), row.previous);
    Row.scale(row.previous, cont.get(n));
    gates.get(n * extent.gates(), row.gates);
    cell.activate(row.gates);
    cell.forward(row);
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    open(bottom);
    c = top.get(0).diff().read();
    h = top.get(1).diff().read();
    previousDiff = propagateDown[0] ? bottom.get(0).diff().write() : Buffers.EMPTY;
    gatesDiff = propagateDown[1] ? bottom.get(1).diff().write() : Buffers.EMPTY;
    parallel.forEach(extent.streams(), extent.grain(), backward);
  }

  private void backward(int worker, int from, int to) {
    Row row = rows[worker];
    for (int n = from; n < to; n++) {
      remember(row, n);
      c.get(n * extent.units(), row.cDiff);
      h.get(n * extent.units(), row.hDiff);
      cell.backward(row);
      if (gatesDiff.limit() > 0) {
        gatesDiff.put(n * extent.gates(), row.gateDiffs);
      }
      if (previousDiff.limit() > 0) {
        Row.scale(row.cDiff, cont.get(n));
        previousDiff.put(n * extent.units(), row.cDiff);
      }
    }
  }
}
