package org.cortado.layers.core.recurrent;

import java.nio.FloatBuffer;
import org.cortado.api.LayerContext;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.MatrixProduct;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Prepared;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** Runs a cell back through time. */
final class BackwardSteps implements AutoCloseable {

  private final Cell cell;
  private final Parallel parallel;
  private final Prepared<MatrixProduct.Spec, MatrixProduct> product;
  private final Prepared<MatrixProduct.Spec, MatrixProduct> weightProduct;
  private final Parallel.Body body = this::step;

  /** The gradient of what goes into the cells at the step at hand. */
  private final Tensor stepDiffs;

  /** The gradient of what enters the step after; of the last one, of what leaves. */
  private final Tensor entering;

  /** The gradient of the memory that the step after starts from. */
  private final Tensor memory;

  private Row[] rows = {};
  private Extent extent = new Extent(0, 0, 1, 1);
  private int step;
  private FloatBuffer cont = Buffers.EMPTY;
  private FloatBuffer gates = Buffers.EMPTY;
  private FloatBuffer gateDiffs = Buffers.EMPTY;
  private FloatBuffer gateDiffsStep = Buffers.EMPTY;
  private FloatBuffer outputDiffs = Buffers.EMPTY;
  private FloatBuffer enteringDiffs = Buffers.EMPTY;
  private FloatBuffer memories = Buffers.EMPTY;
  private FloatBuffer firstMemory = Buffers.EMPTY;
  private FloatBuffer memoryDiffs = Buffers.EMPTY;

  BackwardSteps(Cell cell, LayerContext context, Backend backend) {
    this.cell = cell;
    parallel = backend.parallel();
    product = new Prepared<>(backend::matrixProduct, MatrixProduct::close);
    weightProduct = new Prepared<>(backend::matrixProduct, MatrixProduct::close);
    stepDiffs = context.tensor(Shape.of(0));
    entering = context.tensor(Shape.of(0));
    memory = context.tensor(Shape.of(0));
  }

  void reshape(Extent changed) {
    if (rows.length == 0) {
      rows = Row.rows(parallel.threads(), changed.gates(), changed.units());
    }
    extent = changed;
    stepDiffs.reshape(extent.step(extent.gates()));
    entering.reshape(extent.step(extent.units()));
    memory.reshape(cell.remembers() ? entering.shape() : Shape.of(0));
    product.prepare(
        new MatrixProduct.Spec(
            extent.streams(), extent.units(), extent.gates(), false, false, false));
    weightProduct.prepare(
        new MatrixProduct.Spec(extent.gates(), extent.units(), extent.rows(), true, false, true));
  }

  /**
   * Computes {@code trace.gateDiffs}.
   *
   * @param dh the gradient of the outputs of all steps
   */
  void run(Trace trace, States states, Tensor w, Tensor dh) {
    states.endDiff(States.H, entering);
    if (cell.remembers()) {
      states.endDiff(States.C, memory);
    }
    open(trace, states, dh);
    for (step = extent.steps() - 1; step >= 0; step--) {
      parallel.forEach(extent.streams(), extent.grain(), body);
      product.operation().multiply(stepDiffs, w, entering);
    }
  }

  private void open(Trace trace, States states, Tensor dh) {
    cont = states.cont().read();
    gates = trace.gates.read();
    gateDiffs = trace.gateDiffs.write();
    gateDiffsStep = stepDiffs.write();
    outputDiffs = dh.read();
    enteringDiffs = entering.update();
    if (cell.remembers()) {
      memories = trace.memory.read();
      memoryDiffs = memory.update();
      firstMemory = states.start(States.C).read();
    }
  }

  private void step(int worker, int from, int to) {
    for (int n = from; n < to; n++) {
      step(rows[worker], step * extent.streams() + n, n);
    }
  }

  private void step(Row row, int at, int n) {
    gates.get(at * extent.gates(), row.gates);
    outputDiffs.get(at * extent.units(), row.hDiff);
    enteringDiffs.get(n * extent.units(), row.h);
    if (step + 1 < extent.steps()) {
      Row.scale(row.h, cont.get(at + extent.streams()));
    }
    Row.add(row.hDiff, row.h);
    if (cell.remembers()) {
      recall(row, at, n);
    }
    cell.backward(row);
    gateDiffs.put(at * extent.gates(), row.gateDiffs);
    gateDiffsStep.put(n * extent.gates(), row.gateDiffs);
    if (cell.remembers()) {
      Row.scale(row.cDiff, cont.get(at));
      memoryDiffs.put(n * extent.units(), row.cDiff);
    }
  }

  private void recall(Row row, int at, int n) {
    memories.get(at * extent.units(), row.c);
    memoryDiffs.get(n * extent.units(), row.cDiff);
    if (step == 0) {
      firstMemory.get(n * extent.units(), row.previous);
    } else {
      memories.get((at - extent.streams()) * extent.units(), row.previous);
    }
    Row.scale(row.previous, cont.get(at));
  }

  /** Adds to the gradient of the weights. */
  void addTo(Tensor dw, Trace trace) {
    if (trace.gateDiffs.count() > 0) {
      weightProduct.operation().multiply(trace.gateDiffs, trace.entering, dw);
    }
  }

  /** Writes the gradients of what the first step started from, where they are wanted. */
  void finish(States states, boolean[] propagateDown) {
    if (states.wantsStartDiff(States.H, propagateDown)) {
      enterStart(states.startDiff(States.H).write());
    }
    if (cell.remembers() && states.wantsStartDiff(States.C, propagateDown)) {
      states.startDiff(States.C).copyFrom(memory);
    }
  }

  private void enterStart(FloatBuffer to) {
    FloatBuffer from = entering.read();
    for (int n = 0; n < extent.streams(); n++) {
      from.get(n * extent.units(), rows[0].h);
      if (extent.steps() > 0) {
        Row.scale(rows[0].h, cont.get(n));
      }
      to.put(n * extent.units(), rows[0].h);
    }
  }

  @Override
  public void close() {
    product.close();
    weightProduct.close();
  }
}
