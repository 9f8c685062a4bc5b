package org.cortado.layers.core.recurrent;

import java.util.ArrayList;
import java.util.List;
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

  private List<Tensor> gatesByStep = List.of();
  private List<Tensor> enteringByStep = List.of();
  private List<Tensor> gateDiffsByStep = List.of();
  private Extent extent = new Extent(0, 0, 1, 1);

  Trace(LayerContext context) {
    gates = context.tensor(Shape.of(0));
    constant = context.tensor(Shape.of(0));
    entering = context.tensor(Shape.of(0));
    memory = context.tensor(Shape.of(0));
    gateDiffs = context.tensor(Shape.of(0));
  }

  void reshape(Extent changed, boolean remembers, boolean withConstant) {
    extent = changed;
    gates.reshape(extent.all(extent.gates()));
    gateDiffs.reshape(extent.all(extent.gates()));
    entering.reshape(extent.all(extent.units()));
    memory.reshape(remembers ? entering.shape() : Shape.of(0));
    constant.reshape(withConstant ? extent.step(extent.gates()) : Shape.of(0));
    gatesByStep = views(gates, extent.gates());
    gateDiffsByStep = views(gateDiffs, extent.gates());
    enteringByStep = views(entering, extent.units());
  }

  private List<Tensor> views(Tensor whole, int width) {
    List<Tensor> views = new ArrayList<>();
    Shape step = extent.step(width);
    for (int t = 0; t < extent.steps(); t++) {
      views.add(whole.view(t * step.count(), step));
    }
    return views;
  }

  Extent extent() {
    return extent;
  }

  Tensor gates(int step) {
    return gatesByStep.get(step);
  }

  Tensor gateDiffs(int step) {
    return gateDiffsByStep.get(step);
  }

  Tensor entering(int step) {
    return enteringByStep.get(step);
  }
}
