package org.cortado.testkit;

import org.cortado.api.blob.Shape;

/** What one bottom of a case is. */
record Bottom(Values values, Shape shape) {

  /** Returns a bottom of another shape; it can't hold values that were stated one by one. */
  Bottom reshaped(Shape other) {
    boolean fits = shape.equals(other) || !(values instanceof Exactly);
    return new Bottom(fits ? values : Values.anything(), other);
  }
}
