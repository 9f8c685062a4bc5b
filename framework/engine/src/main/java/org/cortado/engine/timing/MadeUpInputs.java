package org.cortado.engine.timing;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cortado.api.LayerTraits;
import org.cortado.api.blob.Tensor;
import org.cortado.api.random.RandomStream;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;

/**
 * Gives values to the inputs of a net that has no data for them.
 *
 * <p>What some layer reads where it can take no gradient, as a loss does labels and an Embed does
 * words, becomes 0s and 1s, which are right for all of them; all else normal numbers.
 */
public final class MadeUpInputs {

  private static final int SEED = 1;

  private final Net net;
  private final RandomStream random = new RandomStream(SEED);

  private MadeUpInputs(Net net) {
    this.net = net;
  }

  /** Fills the inputs that no layer gives values, and returns their names. */
  public static List<String> fill(Net net) {
    return new MadeUpInputs(net).fill();
  }

  private List<String> fill() {
    List<String> filled = new ArrayList<>();
    for (int i = 0; i < net.layers().size(); i++) {
      NetLayer layer = net.layers().get(i);
      if (layer.bottoms().isEmpty()) {
        net.forward(i, i + 1);
        filled.addAll(fill(layer));
      }
    }
    return filled;
  }

  private List<String> fill(NetLayer layer) {
    List<String> filled = new ArrayList<>();
    for (int top = 0; top < layer.tops().size(); top++) {
      Tensor data = layer.tops().get(top).data();
      if (data.isClear()) {
        String name = layer.definition().tops().get(top).name();
        fill(data, isReadWithoutGradient(name));
        filled.add(name);
      }
    }
    return filled;
  }

  private boolean isReadWithoutGradient(String blob) {
    return net.layers().stream()
        .filter(layer -> !layer.isInserted())
        .anyMatch(layer -> isReadWithoutGradient(layer, blob));
  }

  private static boolean isReadWithoutGradient(NetLayer layer, String blob) {
    int bottoms = layer.bottoms().size();
    return IntStream.range(0, bottoms)
        .filter(bottom -> layer.definition().bottoms().get(bottom).name().equals(blob))
        .anyMatch(bottom -> !LayerTraits.takesGradient(layer.declaration(), bottom, bottoms));
  }

  private void fill(Tensor data, boolean whole) {
    FloatBuffer values = data.write();
    for (int i = 0; i < values.limit(); i++) {
      values.put(i, whole ? random.nextInt(2) : (float) random.nextGaussian());
    }
  }
}
