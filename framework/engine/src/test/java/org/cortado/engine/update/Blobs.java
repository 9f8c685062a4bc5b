package org.cortado.engine.update;

import java.util.List;
import java.util.Random;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.Parameter;
import org.cortado.engine.portable.PortableBackendFactory;

/** Parameters that belong to no net. */
final class Blobs {

  static final Backend BACKEND = new PortableBackendFactory().create(2);

  private Blobs() {}

  /**
   * Returns parameters of many sizes: none, one element, more than a piece, more than a thread's.
   */
  static List<Parameter> parameters() {
    Random random = new Random(3);
    return List.of(
        parameter("a", 0, random, 1, 1, 7, 3),
        parameter("a", 1, random, 2, 0, 1),
        parameter("b", 0, random, 0.5f, 2, 11, 601),
        parameter("b", 1, random, 0, 1, 5),
        parameter("c", 0, random, 1, 1, 0),
        parameter("c", 1, random, 1, 0.5f, 13, 3, 1021),
        parameter("d", 0, random, 1, 1, Pieces.LENGTH));
  }

  static Parameter parameter(
      String layer, int index, Random random, float lrMult, float decayMult, int... shape) {
    Blob blob = new Blob(Shape.of(shape), BACKEND.memory());
    fill(blob.data(), random, 1);
    return new Parameter(layer, index, blob, lrMult, decayMult);
  }

  /** Gives every parameter a gradient, none of them near 0. */
  static void gradients(List<Parameter> parameters, Random random) {
    parameters.forEach(parameter -> fill(parameter.blob().diff(), random, 0.3f));
  }

  static void fill(Tensor tensor, Random random, float scale) {
    for (int i = 0; i < tensor.count(); i++) {
      float amount = scale * (0.1f + random.nextFloat());
      tensor.update().put(i, random.nextBoolean() ? amount : -amount);
    }
  }

  static float[] values(Tensor tensor) {
    float[] values = new float[tensor.count()];
    tensor.read().get(0, values);
    return values;
  }
}
