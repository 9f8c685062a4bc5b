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

/** Runs a cell through time. */
final class ForwardSteps implements AutoCloseable {

  private final Cell cell;
  private final Parallel parallel;
  private final Prepared<MatrixProduct.Spec, MatrixProduct> product;
  private final Parallel.Body body = this::step;

  /** What enters the step at hand, {@code [N x D]}. */
  private final Tensor stepInput;

  /** That times the weights, {@code [N x gates]}. */
  private final Tensor stepProduct;

  private Row[] rows = {};
  private Extent extent = new Extent(0, 0, 1, 1);
  private int step;
  private FloatBuffer cont = Buffers.EMPTY;
  private FloatBuffer gates = Buffers.EMPTY;
  private FloatBuffer constant = Buffers.EMPTY;
  private FloatBuffer entering = Buffers.EMPTY;
  private FloatBuffer enteringStep = Buffers.EMPTY;
  private FloatBuffer products = Buffers.EMPTY;
  private FloatBuffer memory = Buffers.EMPTY;
  private FloatBuffer firstMemory = Buffers.EMPTY;
  private FloatBuffer output = Buffers.EMPTY;

  ForwardSteps(Cell cell, LayerContext context, Backend backend) {
    this.cell = cell;
    parallel = backend.parallel();
    product = new Prepared<>(backend::matrixProduct, MatrixProduct::close);
    stepInput = context.tensor(Shape.of(0));
    stepProduct = context.tensor(Shape.of(0));
  }

  void reshape(Extent changed) {
    if (rows.length == 0) {
      rows = Row.rows(parallel.threads(), changed.gates(), changed.units());
    }
    extent = changed;
    stepInput.reshape(extent.step(extent.units()));
    stepProduct.reshape(extent.step(extent.gates()));
    product.prepare(
        new MatrixProduct.Spec(
            extent.streams(), extent.gates(), extent.units(), false, true, false));
  }

  /**
   * Turns {@code trace.gates} from what the inputs gave into what the gates let through.
   *
   * @param h gets the outputs of all steps
   */
  void run(Trace trace, States states, Tensor w, Tensor h) {
    open(trace, states, h);
    enter(states.start(States.H).read());
    for (step = 0; step < extent.steps(); step++) {
      product.operation().multiply(stepInput, w, stepProduct);
      parallel.forEach(extent.streams(), extent.grain(), body);
    }
    leave(output, states.start(States.H), states.end(States.H));
    if (cell.remembers()) {
      leave(memory, states.start(States.C), states.end(States.C));
    }
  }

  private void open(Trace trace, States states, Tensor h) {
    cont = states.cont().read();
    gates = trace.gates.update();
    constant = trace.constant.read();
    entering = trace.entering.write();
    enteringStep = stepInput.write();
    products = stepProduct.write();
    output = h.write();
    if (cell.remembers()) {
      memory = trace.memory.write();
      firstMemory = states.start(States.C).read();
    }
  }

  private void enter(FloatBuffer start) {
    for (int n = 0; extent.steps() > 0 && n < extent.streams(); n++) {
      start.get(n * extent.units(), rows[0].h);
      enter(rows[0].h, n, n);
    }
  }

  /** What a cell put out enters the next step, unless the stream begins anew there. */
  private void enter(float[] h, int at, int n) {
    Row.scale(h, cont.get(at));
    entering.put(at * extent.units(), h);
    enteringStep.put(n * extent.units(), h);
  }

  private void step(int worker, int from, int to) {
    for (int n = from; n < to; n++) {
      step(rows[worker], n);
    }
  }

  private void step(Row row, int n) {
    int at = step * extent.streams() + n;
    gates.get(at * extent.gates(), row.gates);
    products.get(n * extent.gates(), row.gateDiffs);
    Row.add(row.gates, row.gateDiffs);
    if (constant.limit() > 0) {
      constant.get(n * extent.gates(), row.gateDiffs);
      Row.add(row.gates, row.gateDiffs);
    }
    cell.activate(row.gates);
    gates.put(at * extent.gates(), row.gates);
    if (cell.remembers()) {
      recall(row, at, n);
    }
    cell.forward(row);
    keep(row, at, n);
  }

  private void recall(Row row, int at, int n) {
    if (step == 0) {
      firstMemory.get(n * extent.units(), row.previous);
    } else {
      memory.get((at - extent.streams()) * extent.units(), row.previous);
    }
    Row.scale(row.previous, cont.get(at));
  }

  private void keep(Row row, int at, int n) {
    output.put(at * extent.units(), row.h);
    if (cell.remembers()) {
      memory.put(at * extent.units(), row.c);
    }
    if (step + 1 < extent.steps()) {
      enter(row.h, at + extent.streams(), n);
    }
  }

  /** Without any step the end is the start. */
  private void leave(FloatBuffer all, Tensor start, Tensor end) {
    int count = end.count();
    if (extent.steps() > 0) {
      end.write().put(0, all, (extent.steps() - 1) * count, count);
    } else {
      end.copyFrom(start);
    }
  }

  @Override
  public void close() {
    product.close();
  }
}
