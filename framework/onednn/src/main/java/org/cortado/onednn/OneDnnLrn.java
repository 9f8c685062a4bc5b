package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import java.util.List;
import java.util.function.IntFunction;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.Lrn;
import org.cortado.api.blob.Tensor;

/** A local response normalisation by oneDNN, images in a layout of its own. */
final class OneDnnLrn implements Lrn {

  private final OneDnnEngine engine;
  private final Spec spec;
  private final LrnDescriptions descriptions;
  private final int count;
  private final Split images;
  private final Resources sums = new Resources();
  private final NativeBlock[] sumsOfPart;
  private final Lazy<SplitPass> forward = new Lazy<>(() -> split(this::forward));
  private final Lazy<SplitPass> backward = new Lazy<>(() -> split(this::backward));

  OneDnnLrn(OneDnnEngine engine, Spec spec, LrnDescriptions descriptions) {
    this.engine = engine;
    this.spec = spec;
    this.descriptions = descriptions;
    count = spec.input().count();
    images = Split.of(spec.input().dim(0), 1, engine);
    sumsOfPart = new NativeBlock[images.parts()];
  }

  private SplitPass split(IntFunction<Pass> maker) {
    return new SplitPass(engine, images.parts(), maker);
  }

  private long[] dims(int part) {
    return descriptions.dims(images.size(part));
  }

  private int first(int part) {
    return images.from(part) * spec.input().count(1);
  }

  private Pass forward(int part) {
    Description description = descriptions.forward(images.size(part));
    sumsOfPart[part] = makeSums(description);
    int[] arguments = {DNNL_ARG_SRC, DNNL_ARG_DST, DNNL_ARG_WORKSPACE};
    return new Pass(engine, engine.lane(part), description, arguments)
        .input(dims(part), first(part))
        .output(dims(part), first(part))
        .kept(sumsOfPart[part].at(0));
  }

  /** Makes room for each window's sum, which backward needs. */
  private NativeBlock makeSums(Description description) {
    try (Layout layout = description.layout(DNNL_ARG_WORKSPACE)) {
      return sums.add(new NativeBlock(layout.bytes()));
    }
  }

  private Pass backward(int part) {
    Description description = descriptions.backward(images.size(part));
    int[] arguments = {DNNL_ARG_SRC, DNNL_ARG_DIFF_DST, DNNL_ARG_DIFF_SRC, DNNL_ARG_WORKSPACE};
    return new Pass(engine, engine.lane(part), description, arguments)
        .input(dims(part), first(part))
        .input(dims(part), first(part))
        .output(dims(part), first(part))
        .kept(sumsOfPart[part].at(0));
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Counts.check("x", x, count);
    Counts.check("y", y, count);
    forward.get().read(0, x).write(1, y).run();
  }

  @Override
  public void backward(Tensor x, Tensor dy, Tensor dx) {
    Counts.check("x", x, count);
    Counts.check("dy", dy, count);
    Counts.check("dx", dx, count);
    if (sumsOfPart[0] == null) {
      throw new IllegalStateException("backward of an LRN needs a forward before it");
    }
    backward.get().read(0, x).read(1, dy).write(2, dx).run();
  }

  /** Returns the names of the implementations, making all of them. */
  List<String> implementations() {
    return List.of(forward.get().implementation(), backward.get().implementation());
  }

  @Override
  public void close() {
    forward.close();
    backward.close();
    sums.close();
  }
}
