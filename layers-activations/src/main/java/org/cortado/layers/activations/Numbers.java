package org.cortado.layers.activations;

import org.cortado.api.InvalidLayerException;

/** Checks of numbers that an options record shares with another. */
final class Numbers {

  private Numbers() {}

  static void requireFinite(String option, float value) {
    if (!Float.isFinite(value)) {
      throw new InvalidLayerException(option + " must be a finite number, but is " + value);
    }
  }
}
