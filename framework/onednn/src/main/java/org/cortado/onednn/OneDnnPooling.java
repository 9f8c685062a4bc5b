package org.cortado.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import java.util.List;
import java.util.function.IntFunction;
import org.cortado.api.backend.Counts;
import org.cortado.api.backend.Pooling;
import org.cortado.api.blob.Tensor;

/** A pooling by oneDNN, of a shape that {@link PoolingShape#isExactInOneDnn} allows. */
final class OneDnnPooling implements Pooling {

  private final OneDnnEngine engine;
  private final Spec spec;
  private final Split images;
  private final int inputCount;
  private final int outputCount;
  private final Resources places = new Resources();
  private final Lazy<SplitPass> forward = new Lazy<>(() -> split(this::forward));
  private final Lazy<SplitPass> backward = new Lazy<>(() -> split(this::backward));
  private final NativeBlock[] placesOfPart;

  OneDnnPooling(OneDnnEngine engine, Spec spec) {
    this.engine = engine;
    this.spec = spec;
    inputCount = spec.input().count();
    outputCount = spec.output().count();
    images = Split.of(spec.input().dim(0), 1, engine);
    placesOfPart = new NativeBlock[images.parts()];
  }

  private SplitPass split(IntFunction<Pass> maker) {
    return new SplitPass(engine, images.parts(), maker);
  }

  private PoolingShape shape(int part) {
    return new PoolingShape(spec, images.size(part));
  }

  private int inputAt(int part) {
    return images.from(part) * spec.input().count(1);
  }

  private int outputAt(int part) {
    return images.from(part) * spec.output().count(1);
  }

  private Pass forward(int part) {
    PoolingShape shape = shape(part);
    Description description = new PoolingDescriptions(engine, shape).forward();
    placesOfPart[part] = makePlaces(description);
    return pass(part, description, DNNL_ARG_SRC, DNNL_ARG_DST)
        .input(shape.source(), inputAt(part))
        .output(shape.destination(), outputAt(part))
        .kept(placesOfPart[part].at(0));
  }

  /** Makes room for the place of each maximum, which backward needs. */
  private NativeBlock makePlaces(Description description) {
    try (Layout layout = description.layout(DNNL_ARG_WORKSPACE)) {
      return places.add(new NativeBlock(layout.bytes()));
    }
  }

  private Pass backward(int part) {
    PoolingShape shape = shape(part);
    Description description = new PoolingDescriptions(engine, shape).backward();
    return pass(part, description, DNNL_ARG_DIFF_DST, DNNL_ARG_DIFF_SRC)
        .input(shape.destination(), outputAt(part))
        .output(shape.source(), inputAt(part))
        .kept(placesOfPart[part].at(0));
  }

  private void requireForward() {
    if (placesOfPart[0] == null) {
      throw new IllegalStateException("backward of a pooling needs a forward before it");
    }
  }

  private Pass pass(int part, Description description, int from, int to) {
    return new Pass(engine, engine.lane(part), description, from, to, DNNL_ARG_WORKSPACE);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Counts.check("x", x, inputCount);
    Counts.check("y", y, outputCount);
    if (outputCount > 0) {
      forward.get().read(0, x).write(1, y).run();
    }
  }

  @Override
  public void backward(Tensor dy, Tensor dx) {
    Counts.check("dy", dy, outputCount);
    Counts.check("dx", dx, inputCount);
    if (inputCount > 0) {
      requireForward();
      backward.get().read(0, dy).write(1, dx).run();
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
    places.close();
  }
}
