package org.cortado.layers.loss;

import java.util.List;
import java.util.Optional;
import org.cortado.api.InvalidLayerException;

/**
 * What all losses over labels can be told.
 *
 * @param ignoreLabel a label whose positions count for nothing
 * @param normalization what the sum is divided by
 * @param classWeights what the loss of each class's positions is multiplied by; none for 1
 */
record LabelOptions(
    Optional<Integer> ignoreLabel, Normalization normalization, List<Float> classWeights) {

  /** Makes them of the options of a layer; {@link Normalization#VALID} unless they say another. */
  static LabelOptions of(
      Optional<Integer> ignoreLabel,
      Optional<Normalization> normalization,
      Optional<Boolean> normalize,
      List<Float> classWeights) {
    return new LabelOptions(
        ignoreLabel, Normalization.of(normalization, normalize, Normalization.VALID), classWeights);
  }

  /** Returns the weight of each class, or none. */
  float[] weightsOfClasses() {
    float[] weights = new float[classWeights.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = classWeights.get(i);
    }
    return weights;
  }

  /** Demands as many weights as classes, if there are weights. */
  void requireClasses(int classes) {
    if (!classWeights.isEmpty() && classWeights.size() != classes) {
      throw new InvalidLayerException(
          "class_weights must have a weight for each of the %d classes, but has %d"
              .formatted(classes, classWeights.size()));
    }
  }
}
