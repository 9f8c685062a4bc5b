package org.cortado.api;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;

/**
 * Loops for each class of layers that are compiled for it alone.
 *
 * <p>A loop that calls a layer's formula for every element is fast while the compiler sees one
 * formula in it. So the class of the loops is defined anew, as a hidden class, for each class of
 * layers; where the virtual machine won't have that, all share one, and are right but slow.
 *
 * @param <T> what the loops are called by
 */
final class Specialized<T> extends ClassValue<T> {

  private final Class<T> type;
  private final T shared;

  /**
   * Makes none yet.
   *
   * @param shared loops without state, of a top-level class of this package that has a constructor
   *     without parameters
   */
  Specialized(Class<T> type, T shared) {
    this.type = type;
    this.shared = shared;
  }

  @Override
  protected T computeValue(Class<?> layer) {
    try {
      MethodHandles.Lookup copy = MethodHandles.lookup().defineHiddenClass(classFile(), true);
      return type.cast(copy.lookupClass().getDeclaredConstructor().newInstance());
    } catch (IOException
        | ReflectiveOperationException
        | LinkageError
        | UnsupportedOperationException e) {
      return shared;
    }
  }

  private byte[] classFile() throws IOException {
    String name = shared.getClass().getSimpleName() + ".class";
    try (InputStream file = shared.getClass().getResourceAsStream(name)) {
      if (file == null) {
        throw new FileNotFoundException(name);
      }
      return file.readAllBytes();
    }
  }
}
