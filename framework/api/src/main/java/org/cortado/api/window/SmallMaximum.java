package org.cortado.api.window;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Pooling;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;
import org.cortado.api.promise.Internal;

/**
 * The greatest cell of each of an image's small windows, in plain Java near the speed of memory.
 *
 * <p>Finds the maxima at all places of a plane at once, in loops that the compiler vectorises, and
 * then only picks those where a window begins. Keeps a byte a window: which of its cells it was.
 */
@Internal
public final class SmallMaximum implements Pooling {

  private static final int MOST_CELLS = 25;
  private static final int MOST_PIXELS = 1 << 17;

  private final Parallel parallel;
  private final PaddedPlane layout;
  private final int planes;
  private final SmallMaximumPlane[] scratch;
  private final Parallel.Body forward = this::forward;
  private final Parallel.Body backward = this::backward;
  private byte[] places = {};
  private FloatBuffer from = Buffers.EMPTY;
  private FloatBuffer to = Buffers.EMPTY;

  /** Prepares a pooling by the method {@code MAX} that {@link #suits}. */
  public SmallMaximum(Spec spec, Parallel parallel) {
    this.parallel = parallel;
    layout = PaddedPlane.of(spec);
    planes = spec.input().count(0, 2);
    scratch = new SmallMaximumPlane[parallel.threads()];
  }

  /** Returns whether a pooling is over two axes, and its windows small and none of them empty. */
  public static boolean suits(Spec spec) {
    return spec.spatialAxes() == 2
        && (long) spec.kernel().get(0) * spec.kernel().get(1) <= MOST_CELLS
        && spec.input().count(2) <= MOST_PIXELS
        && WindowAxis.of(spec).stream().allMatch(SmallMaximum::hasNoEmptyWindow);
  }

  private static boolean hasNoEmptyWindow(WindowAxis axis) {
    return axis.stride() <= axis.kernel()
        && axis.out() > 0
        && axis.start(axis.out() - 1) < axis.end(axis.out() - 1);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Counts.check("x", x, (long) planes * layout.pixels());
    Counts.check("y", y, (long) planes * layout.windows());
    if (places.length != planes * layout.windows()) {
      places = new byte[planes * layout.windows()];
    }
    begin(x, y);
    parallel.forEach(planes, 1, forward);
  }

  @Override
  public void backward(Tensor dy, Tensor dx) {
    Counts.check("dy", dy, (long) planes * layout.windows());
    Counts.check("dx", dx, (long) planes * layout.pixels());
    begin(dy, dx);
    parallel.forEach(planes, 1, backward);
  }

  private void begin(Tensor source, Tensor target) {
    from = source.read();
    to = target.write();
    if (scratch[0] == null) {
      Arrays.setAll(scratch, worker -> new SmallMaximumPlane(layout));
    }
  }

  private void forward(int worker, int first, int end) {
    for (int plane = first; plane < end; plane++) {
      scratch[worker].forward(from, to, places, plane);
    }
  }

  private void backward(int worker, int first, int end) {
    for (int plane = first; plane < end; plane++) {
      scratch[worker].backward(from, to, places, plane);
    }
  }

  @Override
  public void close() {}
}
