package org.cortado.onednn;

import java.util.List;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Pooling;
import org.cortado.api.blob.Tensor;
import org.cortado.api.window.WindowMaximum;

/** The greatest cell of each window by oneDNN, or in plain Java when an image isn't finite. */
final class MaximumPooling implements Pooling {

  private final Spec spec;
  private final OneDnnPooling finite;
  private final Lazy<Plain> plain;
  private final FiniteCheck check;
  private boolean wasFinite = true;

  private record Plain(WindowMaximum pooling) implements Resources.NativeResource {

    @Override
    public void close() {}
  }

  MaximumPooling(OneDnnEngine engine, Spec spec, Parallel parallel) {
    this.spec = spec;
    finite = new OneDnnPooling(engine, spec);
    plain = new Lazy<>(() -> new Plain(new WindowMaximum(spec, parallel)));
    check = new FiniteCheck(parallel);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Counts.check("x", x, spec.input().count());
    wasFinite = check.allFinite(x.read(), x.count());
    pooling().forward(x, y);
  }

  @Override
  public void backward(Tensor dy, Tensor dx) {
    pooling().backward(dy, dx);
  }

  private Pooling pooling() {
    return wasFinite ? finite : plain.get().pooling();
  }

  /** Returns the names of the implementations, making all of them. */
  List<String> implementations() {
    return finite.implementations();
  }

  @Override
  public void close() {
    finite.close();
  }
}
