package org.cortado.api;

import java.util.List;
import java.util.Set;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;

/**
 * The base of a layer that computes each element of its top from the same element of its bottom.
 *
 * <p>A subclass says how for one chunk, in a loop over arrays that the compiler vectorises; this
 * class runs it on all threads. Whether the layer can work in place, and whether its backward reads
 * {@code x} or {@code y}, the subclass states in its {@link LayerType}: what it doesn't name there
 * holds anything.
 */
public abstract class ElementwiseLayer implements Layer {

  private final Set<Reads> reads = LayerTraits.of(declaration()).backwardReads();
  private final ElementwiseLoop forward;
  private final ElementwiseLoop backward;
  private List<Tensor> forwardReads = List.of();
  private List<Tensor> backwardReads = List.of();

  /** Makes the loops. */
  protected ElementwiseLayer(Backend backend) {
    forward = new ElementwiseLoop(backend.parallel(), (in, out, n) -> forward(in[0], out, n));
    backward =
        new ElementwiseLoop(
            backend.parallel(), (in, out, n) -> backward(in[0], in[1], in[2], out, n));
  }

  private LayerType declaration() {
    LayerType declaration = getClass().getAnnotation(LayerType.class);
    if (declaration == null) {
      throw new IllegalStateException(getClass().getName() + " has no @LayerType");
    }
    return declaration;
  }

  /** Computes {@code y[i]} of {@code x[i]} for the {@code i} below {@code length}. */
  protected abstract void forward(float[] x, float[] y, int length);

  /** Computes {@code dx[i]} of {@code x[i]}, {@code y[i]} and {@code dy[i]}. */
  protected abstract void backward(float[] x, float[] y, float[] dy, float[] dx, int length);

  @Override
  public final void reshape(List<Blob> bottom, List<Blob> top) {
    Blob x = bottom.get(0);
    Blob y = top.get(0);
    y.reshapeLike(x);
    forwardReads = List.of(x.data());
    backwardReads =
        List.of(
            reads.contains(Reads.BOTTOM_DATA) ? x.data() : y.diff(),
            reads.contains(Reads.TOP_DATA) ? y.data() : y.diff(),
            y.diff());
  }

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    forward.run(forwardReads, top.get(0).data());
  }

  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      backward.run(backwardReads, bottom.get(0).diff());
    }
  }
}
