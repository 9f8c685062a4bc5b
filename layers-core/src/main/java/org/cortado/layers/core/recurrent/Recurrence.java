package org.cortado.layers.core.recurrent;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.LayerContext;
import org.cortado.api.Weights;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * Reads sequences with a cell: {@code z_t = W_x · x_t + b + W_s · x_static + W_h · (cont_t ·
 * h_{t−1})}, {@code h_t = cell(z_t)}.
 *
 * <p>The inputs of all steps are multiplied at once, and so are the gradients of all weights.
 */
final class Recurrence implements AutoCloseable {

  private final Cell cell;
  private final RecurrentOptions options;
  private final LayerContext context;
  private final Projection input;
  private final Projection constant;
  private final Weights hidden;
  private final Trace trace;
  private final ForwardSteps forward;
  private final BackwardSteps backward;
  private final StepSum sum;
  private Connections connections = new Connections(0, false, false);
  private States states;

  Recurrence(Cell cell, RecurrentOptions options, LayerContext context, Backend backend) {
    this.cell = cell;
    this.options = options;
    this.context = context;
    input = new Projection(options, context, backend);
    constant = new Projection(options, context, backend);
    hidden = new Weights(context);
    trace = new Trace(context);
    forward = new ForwardSteps(cell, context, backend);
    backward = new BackwardSteps(cell, context, backend);
    sum = new StepSum(backend.parallel());
    states = new States(connections, context);
  }

  /** Makes the parameters. */
  void setUp(List<Blob> bottom, List<Blob> top) {
    connections = Connections.of(cell.remembers() ? 2 : 1, options.exposeHidden(), bottom, top);
    states = new States(connections, context);
    Extent extent = extent(bottom);
    input.setUp(bottom.get(Connections.X).shape().count(2), extent.gates(), true);
    if (connections.withStatic()) {
      constant.setUp(bottom.get(Connections.STATIC).shape().count(1), extent.gates(), false);
    }
    hidden.add(Shape.of(extent.gates(), extent.units()), options.weightFiller());
  }

  private Extent extent(List<Blob> bottom) {
    int gates = Shape.of(cell.gates(), options.numOutput()).count();
    return connections.extent(bottom, gates, options.numOutput());
  }

  /** Prepares for the shapes of the bottoms, shapes the tops of the states, returns the extent. */
  Extent reshape(List<Blob> bottom, List<Blob> top) {
    Extent extent = extent(bottom);
    input.requireInputs(bottom.get(Connections.X).shape(), 2);
    trace.reshape(extent, cell.remembers(), connections.withStatic());
    input.reshape(extent.rows());
    if (connections.withStatic()) {
      constant.requireInputs(bottom.get(Connections.STATIC).shape(), 1);
      constant.reshape(extent.streams());
    }
    states.reshape(extent, top);
    forward.reshape(extent);
    backward.reshape(extent);
    sum.reshape(extent);
    return extent;
  }

  /** Computes the outputs of all steps. */
  void forward(List<Blob> bottom, List<Blob> top, Tensor h) {
    states.begin(bottom, top);
    input.forward(bottom.get(Connections.X).data(), trace.gates);
    if (connections.withStatic()) {
      constant.forward(bottom.get(Connections.STATIC).data(), trace.constant);
    }
    forward.run(trace, states, hidden.values().get(0), h);
  }

  /** Computes all gradients of that of the outputs. */
  void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom, Tensor dh) {
    states.open(bottom, top);
    backward.run(trace, states, hidden.values().get(0), dh);
    backward.finish(states, propagateDown);
    Blob x = bottom.get(Connections.X);
    input.backwardParameters(x.data(), trace.gateDiffs);
    backward.addTo(hidden.diffs().get(0), trace);
    if (propagateDown[Connections.X]) {
      input.backwardData(trace.gateDiffs, x.diff());
    }
    if (connections.withStatic()) {
      backwardConstant(bottom.get(Connections.STATIC), propagateDown[Connections.STATIC]);
    }
  }

  /** What is the same at each step gets the gradients of all steps. */
  private void backwardConstant(Blob x, boolean propagate) {
    sum.run(trace.gateDiffs, trace.constant);
    constant.backwardParameters(x.data(), trace.constant);
    if (propagate) {
      constant.backwardData(trace.constant, x.diff());
    }
  }

  /** Returns those of one forward pass. */
  long multiplyAdds(List<Blob> bottom) {
    long ofStates = (long) extent(bottom).rows() * hidden.blobs().get(0).count();
    return input.multiplyAdds() + constant.multiplyAdds() + ofStates;
  }

  /** Returns {@code W_x}, {@code b}, {@code W_s} if there is one, {@code W_h}. */
  List<Blob> parameters() {
    List<Blob> all = new ArrayList<>(input.parameters());
    all.addAll(constant.parameters());
    all.addAll(hidden.blobs());
    return all;
  }

  @Override
  public void close() {
    input.close();
    constant.close();
    forward.close();
    backward.close();
  }
}
