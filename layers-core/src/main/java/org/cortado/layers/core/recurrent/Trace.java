package org.cortado.layers.core.recurrent;

import org.cortado.api.LayerContext;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** What a forward pass through time leaves for the backward pass. */
final class Trace {

  /** What goes into the cells, then what their gates let through, {@code [T x N x gates]}. */
  final Tensor gates;

  /**
   * What goes into a stream's cells at each step; after backward, its gradient, {@code [N x
   * gates]}.
   */
  final Tensor constant;

  /** {@code cont_t · h_{t-1}}, {@code [T x N x D]}. */
  final Tensor entering;

  /** {@code c_t}, {@code [T x N x D]}. */
  final Tensor memory;

  /** The gradient of what goes into the cells, {@code [T x N x gates]}. */
  final Tensor gateDiffs;

  Trace(LayerContext context) {
    gates = context.tensor(Shape.of(0));
    constant = context.tensor(Shape.of(0));
    entering = context.tensor(Shape.of(0));
    memory = context.tensor(Shape.of(0));
    gateDiffs = context.tensor(Shape.of(0));
  }

  void reshape(Extent extent, boolean remembers, boolean withConstant) {
    gates.reshape(extent.all(extent.gates()));
    gateDiffs.reshape(gates.shape());
    entering.reshape(extent.all(extent.units()));
    memory.reshape(remembers ? entering.shape() : Shape.of(0));
    constant.reshape(withConstant ? extent.step(extent.gates()) : Shape.of(0));
  }
}
