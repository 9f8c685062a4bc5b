package org.cortado.onednn;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Tensor;

/** One pass for each part of an operation, run at once. */
final class SplitPass implements Resources.NativeResource {

  private final OneDnnEngine engine;
  private final List<Pass> passes = new ArrayList<>();
  private final Parallel.Body body = this::run;

  /** Makes the passes. */
  SplitPass(OneDnnEngine engine, int parts, IntFunction<Pass> maker) {
    this.engine = engine;
    try {
      for (int part = 0; part < parts; part++) {
        passes.add(maker.apply(part));
      }
    } catch (RuntimeException | Error e) {
      passes.forEach(Pass::close);
      throw e;
    }
  }

  /** Says which tensor is the input that was declared as the {@code index}th argument. */
  SplitPass read(int index, Tensor tensor) {
    return bind(index, tensor.read());
  }

  /** Says which tensor is the output that was declared as the {@code index}th argument. */
  SplitPass write(int index, Tensor tensor) {
    return bind(index, tensor.write());
  }

  private SplitPass bind(int index, FloatBuffer buffer) {
    for (int part = 0; part < passes.size(); part++) {
      passes.get(part).bind(index, buffer, false);
    }
    return this;
  }

  /** Says which tensor the {@code index}th argument is added to: the first part may overwrite. */
  SplitPass add(int index, Tensor tensor) {
    boolean add = !tensor.isClear();
    FloatBuffer buffer = add ? tensor.update() : tensor.write();
    for (int part = 0; part < passes.size(); part++) {
      passes.get(part).bind(index, buffer, add || part > 0);
    }
    return this;
  }

  /** Runs all passes on the tensors that were bound last. */
  void run() {
    synchronized (engine) {
      engine.run(passes.size(), body);
      for (int part = 0; part < passes.size(); part++) {
        passes.get(part).last();
      }
    }
  }

  private void run(int worker, int from, int to) {
    for (int part = from; part < to; part++) {
      passes.get(part).run();
    }
  }

  /** Returns the library's name for the implementation. */
  String implementation() {
    return passes.get(0).implementation();
  }

  @Override
  public void close() {
    passes.forEach(Pass::close);
  }
}
