package org.cortado.engine.observation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How large a parameter is, and how far it moves: Euclidean norms.
 *
 * @param weight of the values after the update
 * @param gradient of the gradient that the update followed
 * @param update of what the update changed, where that was measured
 */
record Norms(double weight, double gradient, OptionalDouble update) {

  /**
   * Returns them by the names that metrics have for them.
   *
   * <p>As floats: there may be many, and half as many digits say as much of floats.
   */
  Map<String, Float> values() {
    Map<String, Float> values = new LinkedHashMap<>();
    values.put("weight_norm", (float) weight);
    values.put("gradient_norm", (float) gradient);
    update.ifPresent(
        moved -> {
          values.put("update_norm", (float) moved);
          if (weight > 0) {
            values.put("update_ratio", (float) (moved / weight));
          }
        });
    return values;
  }
}
