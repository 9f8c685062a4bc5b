package org.cortado.engine.gradient;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;

/** Runs a layer forward and backward, again and again, from the same state. */
final class Sweep implements AutoCloseable {

  private final Subject subject;
  private final List<Saved> state;
  private final List<Saved> inputs;

  Sweep(Subject subject) {
    this.subject = subject;
    state = subject.tensors().map(Saved::of).toList();
    inputs =
        subject.bottoms().stream()
            .map(Blob::data)
            .filter(subject::isWrittenByForward)
            .map(Saved::of)
            .toList();
  }

  /** Runs forward and returns the elements of all differentiable tops. */
  float[] forward() {
    inputs.forEach(Saved::restore);
    return outputs();
  }

  /** Returns an element of a bottom or a parameter as forward meets it. */
  float input(Tensor data, int element) {
    inputs.forEach(Saved::restore);
    return data.read().get(element);
  }

  /** Runs forward with one element changed. */
  float[] forwardWith(Tensor changed, int element, float value) {
    inputs.forEach(Saved::restore);
    float before = changed.read().get(element);
    changed.update().put(element, value);
    float[] outputs = outputs();
    changed.update().put(element, before);
    return outputs;
  }

  private float[] outputs() {
    subject.layer().forward(subject.bottoms(), subject.tops());
    List<Blob> tops = subject.differentiableTops();
    float[] outputs = new float[Targets.count(tops)];
    int offset = 0;
    for (Blob top : tops) {
      top.data().read().get(0, outputs, offset, top.count());
      offset += top.count();
    }
    return outputs;
  }

  /**
   * Runs backward from a target.
   *
   * <p>What it should overwrite holds NaN before, and so does what it should leave alone.
   */
  void backward(Target target, float[] outputs, boolean[] propagateDown) {
    subject.bottoms().forEach(bottom -> poison(bottom.diff()));
    subject.tops().forEach(top -> top.diff().clear());
    int offset = 0;
    for (Blob top : subject.differentiableTops()) {
      seed(target, outputs, offset, top);
      offset += top.count();
    }
    subject.layer().backward(subject.tops(), propagateDown, subject.bottoms());
  }

  private static void seed(Target target, float[] outputs, int offset, Blob top) {
    FloatBuffer dy = top.diff().write();
    for (int i = 0; i < top.count(); i++) {
      dy.put(i, (float) target.slope(offset + i, outputs[offset + i]));
    }
  }

  /** Clears the parameters' diffs, in such a way that reading them unasked gives NaN. */
  void clearParameterDiffs() {
    for (Blob parameter : subject.layer().parameters()) {
      poison(parameter.diff());
      parameter.diff().clear();
    }
  }

  static float[] copy(Tensor tensor) {
    float[] copy = new float[tensor.count()];
    tensor.read().get(0, copy);
    return copy;
  }

  private static void poison(Tensor tensor) {
    FloatBuffer floats = tensor.write();
    for (int i = 0; i < tensor.count(); i++) {
      floats.put(i, Float.NaN);
    }
  }

  /** Brings back what all blobs held, and what the layer keeps from a forward pass. */
  @Override
  public void close() {
    state.forEach(Saved::restore);
    forward();
    state.forEach(Saved::restore);
  }
}
