package org.cortado.api.window;

import java.util.List;

/** What one worker needs to pool a plane: two arrays to go from one to the other and back. */
final class PlaneScratch {

  private float[] values;
  private float[] nextValues;
  private int[] places;
  private int[] nextPlaces;

  PlaneScratch(List<PoolingAxis> axes, boolean withPlaces) {
    int most =
        axes.stream()
            .mapToInt(axis -> Math.max(axis.elementsBefore(), axis.elementsAfter()))
            .max()
            .orElse(1);
    values = new float[most];
    nextValues = new float[most];
    places = new int[withPlaces ? most : 0];
    nextPlaces = new int[withPlaces ? most : 0];
  }

  float[] values() {
    return values;
  }

  float[] nextValues() {
    return nextValues;
  }

  int[] places() {
    return places;
  }

  int[] nextPlaces() {
    return nextPlaces;
  }

  /** Makes what came next what there is. */
  void swap() {
    float[] floats = values;
    values = nextValues;
    nextValues = floats;
    int[] ints = places;
    places = nextPlaces;
    nextPlaces = ints;
  }
}
