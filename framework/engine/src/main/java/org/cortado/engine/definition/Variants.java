package org.cortado.engine.definition;

import java.util.Map;
import java.util.Optional;

/** Knows the records among which a file's {@code type} key chooses. */
@FunctionalInterface
public interface Variants {

  /**
   * Returns the records that implement an interface, by the word that chooses each; empty for an
   * interface that nothing is known of.
   */
  Map<String, Class<? extends Record>> of(Class<?> interfaceType);

  /** Returns why a word chooses nothing although it is offered, if that is so. */
  default Optional<String> clash(Class<?> interfaceType, String word) {
    return Optional.empty();
  }

  /** Returns variants of no interface. */
  static Variants none() {
    return interfaceType -> Map.of();
  }
}
