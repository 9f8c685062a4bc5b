package org.cortado.engine.definition;

import java.util.Optional;

/**
 * A type that an option of a file may have.
 *
 * @param <T> what it is in Java
 */
public interface ValueType<T> {

  /** Returns what people call it. */
  TypeWords words();

  /** Returns what of a file it takes, as far as that shows without reading it. */
  JsonSchema schema();

  /** Returns which of its values are right, in words; empty where all are. */
  default String range() {
    return "";
  }

  /** Returns the record whose components are the keys of its values, or of its items, if any is. */
  default Optional<Class<? extends Record>> record() {
    return Optional.empty();
  }

  /**
   * Returns the value where a file has none and no default is declared, if it need not have one.
   */
  default Optional<T> leftOut() {
    return Optional.empty();
  }

  /** Returns a node with all that it leaves to defaults. */
  default Node expand(Node node) {
    return node;
  }

  /** Returns the value that a node holds, or nothing once what is wrong has been reported. */
  Optional<T> read(Node node, Reporter reporter);
}
