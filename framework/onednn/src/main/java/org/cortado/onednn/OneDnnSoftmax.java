package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_softmax_accurate;
import static org.bytedeco.dnnl.global.dnnl.dnnl_softmax_backward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_softmax_forward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_softmax_log;

import java.util.List;
import java.util.function.IntFunction;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Softmax;
import org.cortado.api.blob.Tensor;

/**
 * A softmax, or its logarithm, by oneDNN, with the axis brought to the end where it isn't there.
 */
final class OneDnnSoftmax implements Softmax {

  private static final int AXIS = 1;
  private static final int GRAIN = 1 << 13;

  private final OneDnnEngine engine;
  private final Spec spec;
  private final Split outer;
  private final int count;
  private final Lazy<SplitPass> forward = new Lazy<>(() -> split(this::forward));
  private final Lazy<SplitPass> backward = new Lazy<>(() -> split(this::backward));

  private final LostSums lost;

  OneDnnSoftmax(OneDnnEngine engine, Spec spec, Parallel parallel) {
    lost = new LostSums(spec, parallel);
    this.engine = engine;
    this.spec = spec;
    int size = Math.multiplyExact(spec.channels(), spec.inner());
    count = Math.multiplyExact(spec.outer(), size);
    outer = Split.of(spec.outer(), Math.max(1, GRAIN / Math.max(1, size)), engine);
  }

  private SplitPass split(IntFunction<Pass> maker) {
    return new SplitPass(engine, outer.parts(), maker);
  }

  private long[] dims(int part) {
    return new long[] {outer.size(part), spec.channels(), spec.inner()};
  }

  private int first(int part) {
    return outer.from(part) * spec.channels() * spec.inner();
  }

  /** Steps as if the images had been transposed, for elements of one sum to be neighbours. */
  private Layout layout(int part) {
    long size = (long) spec.channels() * spec.inner();
    return Layout.strided(dims(part), new long[] {size, 1, spec.channels()});
  }

  private int algorithm() {
    return spec.log() ? dnnl_softmax_log : dnnl_softmax_accurate;
  }

  private Pass forward(int part) {
    return new Pass(engine, engine.lane(part), describeForward(part), DNNL_ARG_SRC, DNNL_ARG_DST)
        .input(dims(part), first(part))
        .output(dims(part), first(part));
  }

  private Description describeForward(int part) {
    try (Layout layout = layout(part)) {
      return new Description(
          "compute a softmax",
          handle ->
              dnnl_softmax_forward_primitive_desc_create(
                  handle,
                  engine.handle(),
                  dnnl_forward_training,
                  algorithm(),
                  layout.handle(),
                  layout.handle(),
                  AXIS,
                  engine.overwriting().handle()));
    }
  }

  private Pass backward(int part) {
    int[] arguments = {DNNL_ARG_DST, DNNL_ARG_DIFF_DST, DNNL_ARG_DIFF_SRC};
    return new Pass(engine, engine.lane(part), describeBackward(part), arguments)
        .input(dims(part), first(part))
        .input(dims(part), first(part))
        .output(dims(part), first(part));
  }

  private Description describeBackward(int part) {
    try (Layout layout = layout(part);
        Description hint = describeForward(part)) {
      return new Description(
          "compute a softmax's gradient",
          handle ->
              dnnl_softmax_backward_primitive_desc_create(
                  handle,
                  engine.handle(),
                  algorithm(),
                  layout.handle(),
                  layout.handle(),
                  layout.handle(),
                  AXIS,
                  hint.handle(),
                  engine.overwriting().handle()));
    }
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Counts.check("x", x, count);
    Counts.check("y", y, count);
    if (count > 0) {
      lost.find(x.read(), count);
      forward.get().read(0, x).write(1, y).run();
      lost.show(y.update());
    }
  }

  @Override
  public void backward(Tensor y, Tensor dy, Tensor dx) {
    Counts.check("y", y, count);
    Counts.check("dy", dy, count);
    Counts.check("dx", dx, count);
    if (count > 0) {
      backward.get().read(0, y).read(1, dy).write(2, dx).run();
    }
  }

  /** Returns the names of the implementations, making all of them. */
  List<String> implementations() {
    return List.of(forward.get().implementation(), backward.get().implementation());
  }

  @Override
  public void close() {
    forward.close();
    backward.close();
  }
}
