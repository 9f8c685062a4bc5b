package org.cortado.api.window;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Pooling;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;

/** A pooling that takes plane after plane, each on one thread, out of a tensor into an array. */
abstract class PlanePooling implements Pooling {

  private final Parallel parallel;
  private final List<PoolingAxis> axes;
  private final int planes;
  private final int inputSize;
  private final int outputSize;
  private final PlaneScratch[] scratch;
  private final Parallel.Body forward = this::forwardPlanes;
  private final Parallel.Body backward = this::backwardPlanes;
  private FloatBuffer from = Buffers.EMPTY;
  private FloatBuffer to = Buffers.EMPTY;

  PlanePooling(Spec spec, Parallel parallel, boolean withPlaces) {
    this.parallel = parallel;
    axes = PoolingAxis.of(spec);
    planes = spec.input().count(0, 2);
    inputSize = spec.input().count(2);
    outputSize = spec.output().count(2);
    scratch = new PlaneScratch[parallel.threads()];
    Arrays.setAll(scratch, worker -> new PlaneScratch(axes, withPlaces));
  }

  /** Makes the windows of a plane of its pixels, both in {@link PlaneScratch#values}. */
  abstract void forward(PlaneScratch plane, int index);

  /** Makes the gradient of a plane's pixels of that of its windows, both in the values. */
  abstract void backward(PlaneScratch plane, int index);

  /** Returns the axes in the order in which they are taken. */
  final List<PoolingAxis> axes() {
    return axes;
  }

  /** Returns the number of pixels of a plane. */
  final int inputSize() {
    return inputSize;
  }

  /** Returns the number of windows of a plane. */
  final int outputSize() {
    return outputSize;
  }

  @Override
  public final void forward(Tensor x, Tensor y) {
    Counts.check("x", x, (long) planes * inputSize);
    Counts.check("y", y, (long) planes * outputSize);
    from = x.read();
    to = y.write();
    parallel.forEach(planes, 1, forward);
  }

  private void forwardPlanes(int worker, int first, int end) {
    PlaneScratch plane = scratch[worker];
    for (int index = first; index < end; index++) {
      from.get(index * inputSize, plane.values(), 0, inputSize);
      forward(plane, index);
      to.put(index * outputSize, plane.values(), 0, outputSize);
    }
  }

  @Override
  public final void backward(Tensor dy, Tensor dx) {
    Counts.check("dy", dy, (long) planes * outputSize);
    Counts.check("dx", dx, (long) planes * inputSize);
    from = dy.read();
    to = dx.write();
    parallel.forEach(planes, 1, backward);
  }

  private void backwardPlanes(int worker, int first, int end) {
    PlaneScratch plane = scratch[worker];
    for (int index = first; index < end; index++) {
      from.get(index * outputSize, plane.values(), 0, outputSize);
      backward(plane, index);
      to.put(index * inputSize, plane.values(), 0, inputSize);
    }
  }

  @Override
  public final void close() {}
}
