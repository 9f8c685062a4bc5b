package org.cortado.layers.core.shape;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;

/** One blob that is others joined along an axis: copies the parts to it and from it. */
final class Joint {

  private final StridedCopy copy;
  private final List<CopyPlan> gathering = new ArrayList<>();
  private final List<CopyPlan> scattering = new ArrayList<>();

  Joint(Parallel parallel) {
    copy = new StridedCopy(parallel);
  }

  /** Lays the parts out, one after the other along an axis of the whole. */
  void reshape(Shape whole, List<Blob> parts, int axis) {
    gathering.clear();
    scattering.clear();
    int at = 0;
    for (Blob part : parts) {
      int length = part.shape().count(axis);
      CopyPlan.Builder builder = new CopyPlan.Builder().startingAt(0, at);
      builder.axis(whole.count(0, axis), length, whole.count(axis)).axis(length, 1, 1);
      CopyPlan plan = builder.plan();
      gathering.add(plan);
      scattering.add(plan.reversed());
      at += length;
    }
  }

  /** Copies a part to where it is in the whole. */
  void gather(int part, FloatBuffer from, FloatBuffer whole) {
    copy.run(gathering.get(part), from, whole);
  }

  /** Copies a part out of the whole. */
  void scatter(int part, FloatBuffer whole, FloatBuffer to) {
    copy.run(scattering.get(part), whole, to);
  }
}
