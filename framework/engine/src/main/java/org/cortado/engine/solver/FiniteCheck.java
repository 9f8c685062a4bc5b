package org.cortado.engine.solver;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.api.NumbersException;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;
import org.cortado.engine.net.Parameter;

/** Finds out where numbers stopped being finite. */
final class FiniteCheck {

  private final Net net;

  FiniteCheck(Net net) {
    this.net = net;
  }

  /**
   * Checks the loss of an iteration, and searches the net only if it is wrong.
   *
   * @param number of the iteration, from 1
   * @throws NumbersException if it is NaN or infinite
   */
  void check(double loss, long number) {
    if (!Double.isFinite(loss)) {
      throw new NumbersException(
          "iteration " + number + ": the loss is " + loss + origin() + "; is base_lr too high?");
    }
  }

  /**
   * Checks what a pass of a test gave, and searches the net only if it is wrong.
   *
   * @param outputs the net's outputs that are single numbers, by name
   * @param number of the pass, from 1
   * @throws NumbersException if one of them is NaN or infinite
   */
  void checkTest(double loss, Map<String, Double> outputs, long number) {
    requireFinite("the loss", loss, number);
    outputs.forEach((name, value) -> requireFinite("output '" + name + "'", value, number));
  }

  private void requireFinite(String what, double value, long number) {
    if (!Double.isFinite(value)) {
      throw new NumbersException(
          "pass " + number + " of the test: " + what + " is " + value + origin());
    }
  }

  /**
   * Checks the parameters: no loss has seen what the last update made of them.
   *
   * @param done how many iterations have been done
   * @throws NumbersException if one of them holds NaN or infinity
   */
  void checkParameters(long done) {
    for (Parameter parameter : net.parameters()) {
      firstThatIsNotFinite(parameter.blob().data())
          .ifPresent(
              value -> {
                throw new NumbersException(
                    "iteration %d: parameter '%s' holds %s; is base_lr too high?"
                        .formatted(done, parameter.key(), value));
              });
    }
  }

  /**
   * Runs the layers again one by one, on the same inputs and random numbers: blobs share memory, so
   * that after a sweep few of them still hold what they held.
   */
  private String origin() {
    List<NetLayer> layers = net.layers();
    for (int i = 0; i < layers.size(); i++) {
      NetLayer layer = layers.get(i);
      if (!layer.bottoms().isEmpty()) {
        net.forward(i, i + 1);
      }
      for (int top = 0; top < layer.tops().size(); top++) {
        if (!isFinite(layer.tops().get(top).data())) {
          return origin(layer, top);
        }
      }
    }
    return "";
  }

  private static String origin(NetLayer layer, int top) {
    return "; the first blob that isn't finite is '%s' of layer '%s' (%s)%s"
        .formatted(
            layer.definition().tops().get(top).name(),
            layer.name(),
            layer.type(),
            parameters(layer));
  }

  private static String parameters(NetLayer layer) {
    boolean finite = layer.layer().parameters().stream().allMatch(p -> isFinite(p.data()));
    return finite ? "" : ", whose parameters aren't finite either";
  }

  private static boolean isFinite(Tensor tensor) {
    return firstThatIsNotFinite(tensor).isEmpty();
  }

  private static Optional<Float> firstThatIsNotFinite(Tensor tensor) {
    FloatBuffer values = tensor.read();
    for (int i = 0; i < values.limit(); i++) {
      if (!Float.isFinite(values.get(i))) {
        return Optional.of(values.get(i));
      }
    }
    return Optional.empty();
  }
}
