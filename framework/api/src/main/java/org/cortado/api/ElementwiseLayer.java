package org.cortado.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;

/**
 * The base of a layer that computes each element of its top from the same element of its bottom.
 *
 * <p>A subclass says how for one chunk, in a loop over arrays that the compiler vectorises; this
 * class runs it on all threads. Whether the layer can work in place, and whether its backward reads
 * {@code x} or {@code y}, the subclass states in its {@link LayerType}, which its options may
 * refine: what isn't named there holds NaN.
 *
 * <p>A {@link FormulaLayer} says it for one element, in two lines.
 */
public abstract class ElementwiseLayer implements Layer {

  private final Set<Reads> reads;
  private final ElementwiseLoop forward;
  private final ElementwiseLoop backward;
  private List<Tensor> forwardReads = List.of();
  private List<Tensor> backwardReads = List.of();

  /** Makes the loops of a layer whose traits are those of its declaration. */
  protected ElementwiseLayer(Backend backend) {
    reads = LayerTraits.of(getClass()).backwardReads();
    forward = forward(backend.parallel());
    backward = backward(backend.parallel());
  }

  /** Makes the loops of a layer whose traits are refined by its options. */
  protected ElementwiseLayer(Backend backend, LayerTraits traits) {
    reads = traits.backwardReads();
    forward = forward(backend.parallel());
    backward = backward(backend.parallel());
  }

  private ElementwiseLoop forward(Parallel parallel) {
    return new ElementwiseLoop(parallel, (in, out, n) -> forward(in[0], out, n));
  }

  private ElementwiseLoop backward(Parallel parallel) {
    float[] unread = new float[ElementwiseLoop.CHUNK];
    Arrays.fill(unread, Float.NaN);
    boolean x = readsX();
    boolean y = readsY();
    int last = x ? 2 : 1;
    return new ElementwiseLoop(
        parallel,
        (in, out, n) -> backward(x ? in[1] : unread, y ? in[last] : unread, in[0], out, n));
  }

  private boolean readsX() {
    return reads.contains(Reads.BOTTOM_DATA);
  }

  private boolean readsY() {
    return reads.contains(Reads.TOP_DATA) || reads.contains(Reads.TOP_SIGN);
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
    backwardReads = new ArrayList<>(List.of(y.diff()));
    if (readsX()) {
      backwardReads.add(x.data());
    }
    if (readsY()) {
      backwardReads.add(y.data());
    }
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
