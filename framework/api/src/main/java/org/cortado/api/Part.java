package org.cortado.api;

/**
 * A layer that is a part of another.
 *
 * @param name what it is called in messages: {@code outer/inner}
 * @param declaration what it declares of itself
 * @param layer the layer, not yet set up
 */
public record Part(String name, LayerType declaration, Layer layer) {

  /** Returns {@code 'outer/inner' (Type)}. */
  @Override
  public String toString() {
    return "'" + name + "' (" + declaration.name() + ")";
  }
}
