package org.cortado.api.window;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;

/** Makes each plane of one tensor of the same plane of another, in arrays, on all threads. */
public abstract class PlaneMap {

  private final Parallel parallel;
  private final Size size;
  private final boolean withPlaces;
  private final PlaneScratch[] scratch;
  private final Parallel.Body forward = this::forwardPlanes;
  private final Parallel.Body backward = this::backwardPlanes;
  private FloatBuffer from = Buffers.EMPTY;
  private FloatBuffer to = Buffers.EMPTY;

  /**
   * How much there is to map.
   *
   * @param planes how many planes
   * @param in the elements of a plane of the input
   * @param out the elements of a plane of the output
   * @param most the most elements that a plane has at any time on the way
   */
  public record Size(int planes, int in, int out, int most) {}

  /**
   * Prepares a map; its arrays are made when it first runs.
   *
   * @param withPlaces whether a place goes with each value
   */
  protected PlaneMap(Parallel parallel, Size size, boolean withPlaces) {
    this.parallel = parallel;
    this.size = size;
    this.withPlaces = withPlaces;
    scratch = new PlaneScratch[parallel.threads()];
  }

  private void takeScratch() {
    if (scratch[0] == null) {
      Arrays.setAll(scratch, worker -> new PlaneScratch(size.most(), withPlaces));
    }
  }

  /** Makes room, before the planes of an output are made, for what is to be kept of them. */
  protected void begin() {}

  /** Makes a plane of the output of one of the input, both in {@link PlaneScratch#values}. */
  protected abstract void forward(PlaneScratch plane, int index);

  /** Makes the gradient of a plane of the input of one of the output's, both in the values. */
  protected abstract void backward(PlaneScratch plane, int index);

  /** Returns how much there is to map. */
  protected final Size size() {
    return size;
  }

  /** Overwrites {@code y}. */
  public final void forward(Tensor x, Tensor y) {
    Counts.check("x", x, (long) size.planes() * size.in());
    Counts.check("y", y, (long) size.planes() * size.out());
    from = x.read();
    to = y.write();
    takeScratch();
    begin();
    parallel.forEach(size.planes(), 1, forward);
  }

  private void forwardPlanes(int worker, int first, int end) {
    PlaneScratch plane = scratch[worker];
    for (int index = first; index < end; index++) {
      from.get(index * size.in(), plane.values(), 0, size.in());
      forward(plane, index);
      to.put(index * size.out(), plane.values(), 0, size.out());
    }
  }

  /** Overwrites {@code dx}. */
  public final void backward(Tensor dy, Tensor dx) {
    Counts.check("dy", dy, (long) size.planes() * size.out());
    Counts.check("dx", dx, (long) size.planes() * size.in());
    from = dy.read();
    to = dx.write();
    takeScratch();
    parallel.forEach(size.planes(), 1, backward);
  }

  private void backwardPlanes(int worker, int first, int end) {
    PlaneScratch plane = scratch[worker];
    for (int index = first; index < end; index++) {
      from.get(index * size.out(), plane.values(), 0, size.out());
      backward(plane, index);
      to.put(index * size.in(), plane.values(), 0, size.in());
    }
  }
}
