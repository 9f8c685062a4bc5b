package org.cortado.onednn;

import java.util.List;
import org.cortado.api.blob.Shape;

/** Sizes as oneDNN wants them. */
final class Dims {

  private Dims() {}

  static long[] of(Shape shape) {
    return of(shape.dims());
  }

  static long[] of(List<Integer> sizes) {
    return sizes.stream().mapToLong(Integer::longValue).toArray();
  }

  static long[] zeros(int count) {
    return new long[count];
  }
}
