package org.cortado.testkit;

import java.util.List;
import org.cortado.api.random.RandomStream;

/** Values that a case states one by one. */
record Exactly(List<Float> values) implements Values {

  @Override
  public float[] draw(int count, RandomStream random) {
    if (values.size() != count) {
      throw new IllegalArgumentException(
          "a bottom of " + count + " elements can't hold the " + values.size() + " values given");
    }
    float[] all = new float[count];
    for (int i = 0; i < count; i++) {
      all[i] = values.get(i);
    }
    return all;
  }
}
