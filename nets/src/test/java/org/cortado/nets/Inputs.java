package org.cortado.nets;

import java.nio.FloatBuffer;
import org.cortado.api.blob.Blob;
import org.cortado.api.random.RandomStream;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;

/** Feeds nets that have no data of their own. */
final class Inputs {

  private static final int LABELS = 10;

  private Inputs() {}

  /** Fills tops called {@code label} with labels below ten, others with normal numbers. */
  static void fill(Net net) {
    for (NetLayer layer : net.layers()) {
      if (layer.type().equals("Input")) {
        for (int i = 0; i < layer.tops().size(); i++) {
          boolean label = layer.definition().tops().get(i).name().equals("label");
          fill(layer.tops().get(i), !label);
        }
      }
    }
  }

  private static void fill(Blob blob, boolean image) {
    RandomStream random = new RandomStream(1);
    FloatBuffer values = blob.data().write();
    for (int i = 0; i < blob.count(); i++) {
      values.put(i, image ? (float) random.nextGaussian() : random.nextInt(LABELS));
    }
  }
}
