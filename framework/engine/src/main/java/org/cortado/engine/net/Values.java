package org.cortado.engine.net;

import java.nio.FloatBuffer;
import org.cortado.api.blob.Tensor;

/** Small loops over all values of a tensor, for the few numbers of a loss. */
final class Values {

  private Values() {}

  static double sum(Tensor tensor) {
    FloatBuffer values = tensor.read();
    double sum = 0;
    for (int i = 0; i < tensor.count(); i++) {
      sum += values.get(i);
    }
    return sum;
  }

  static void fill(Tensor tensor, float value) {
    FloatBuffer values = tensor.write();
    for (int i = 0; i < tensor.count(); i++) {
      values.put(i, value);
    }
  }

  static void add(Tensor tensor, float value) {
    FloatBuffer values = tensor.update();
    for (int i = 0; i < tensor.count(); i++) {
      values.put(i, values.get(i) + value);
    }
  }
}
