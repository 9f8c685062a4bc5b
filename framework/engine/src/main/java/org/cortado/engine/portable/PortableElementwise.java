package org.cortado.engine.portable;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.Elementwise;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Tensor;

/** Applies a function to each element. */
final class PortableElementwise implements Elementwise {

  private final Spec spec;
  private final ElementwiseLoop forward;
  private final ElementwiseLoop backward;

  /** Kept and refilled: a new list each time would be an allocation in the sweep. */
  private final List<Tensor> operands = new ArrayList<>(2);

  PortableElementwise(Spec spec, Parallel parallel) {
    this.spec = spec;
    forward = new ElementwiseLoop(parallel, Functions.forward(spec));
    backward = new ElementwiseLoop(parallel, Functions.backward(spec));
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Counts.check("x", x, spec.count());
    Counts.check("y", y, spec.count());
    operands.clear();
    operands.add(x);
    forward.run(operands, y);
  }

  @Override
  public void backward(Tensor kept, Tensor dy, Tensor dx) {
    Counts.check(spec.backwardFromTop() ? "y" : "x", kept, spec.count());
    Counts.check("dy", dy, spec.count());
    Counts.check("dx", dx, spec.count());
    operands.clear();
    operands.add(kept);
    operands.add(dy);
    backward.run(operands, dx);
  }

  @Override
  public void close() {}
}
