package org.cortado.engine.observation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.api.blob.Shape;

/**
 * An item that a net takes for one of another class.
 *
 * @param index its place in the test set, from 0
 * @param label its class
 * @param predicted the class that the net takes it for
 * @param probability what the net gives that class
 * @param picture what it looks like
 */
record Mistake(long index, int label, int predicted, double probability, Picture picture) {

  /** The surest first. */
  static final Comparator<Mistake> WORST_FIRST =
      Comparator.comparingDouble(Mistake::probability).reversed().thenComparing(Mistake::index);

  /** An image as a net gets it; of shape {@code [0]} where it gets none. */
  static final class Picture {

    private final Shape shape;
    private final float[] values;

    Picture(Shape shape, float[] values) {
      this.shape = shape;
      this.values = values;
    }

    Shape shape() {
      return shape;
    }

    float[] values() {
      return values;
    }
  }

  /** Returns it by the names that metrics have for it. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("index", index);
    values.put("label", label);
    values.put("predicted", predicted);
    values.put("probability", probability);
    return values;
  }
}
