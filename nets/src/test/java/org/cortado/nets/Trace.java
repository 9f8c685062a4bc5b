package org.cortado.nets;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;
import org.cortado.engine.net.Parameter;

/**
 * What is to be the same, to the bit, of two nets that differ in nothing that counts.
 *
 * @param order the layers, splits included, in the order in which they run
 * @param weights the first weights
 * @param losses the losses of some iterations
 */
record Trace(List<String> order, Map<String, IntBuffer> weights, List<String> losses) {

  private static final int ITERATIONS = 3;
  private static final float RATE = 0.01f;

  /** Trains a net for some iterations, or, without weights, runs it so often. */
  static Trace of(Net net) {
    return new Trace(net.layers().stream().map(NetLayer::name).toList(), weights(net), losses(net));
  }

  private static Map<String, IntBuffer> weights(Net net) {
    Map<String, IntBuffer> weights = new HashMap<>();
    net.parameters().forEach(each -> weights.put(each.key(), bits(each.blob().data())));
    return weights;
  }

  private static IntBuffer bits(Tensor tensor) {
    FloatBuffer values = tensor.read();
    IntBuffer bits = IntBuffer.allocate(tensor.count());
    for (int i = 0; i < tensor.count(); i++) {
      bits.put(i, Float.floatToRawIntBits(values.get(i)));
    }
    return bits;
  }

  private static List<String> losses(Net net) {
    List<String> losses = new ArrayList<>();
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      net.clearParameterDiffs();
      net.iteration(iteration);
      net.forward();
      losses.add(HexFormat.of().toHexDigits(Double.doubleToRawLongBits(net.loss())));
      net.backward();
      net.parameters().forEach(Trace::step);
    }
    return losses;
  }

  private static void step(Parameter parameter) {
    FloatBuffer weights = parameter.blob().data().update();
    FloatBuffer gradient = parameter.blob().diff().read();
    for (int i = 0; i < parameter.blob().count(); i++) {
      weights.put(i, weights.get(i) - RATE * gradient.get(i));
    }
  }
}
