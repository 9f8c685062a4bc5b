package org.cortado.api.window;

/** What one worker needs to map a plane: two arrays to go from one to the other and back. */
public final class PlaneScratch {

  private float[] values;
  private float[] nextValues;
  private int[] places;
  private int[] nextPlaces;

  PlaneScratch(int most, boolean withPlaces) {
    values = new float[most];
    nextValues = new float[most];
    places = new int[withPlaces ? most : 0];
    nextPlaces = new int[withPlaces ? most : 0];
  }

  /** Returns the values that there are. */
  public float[] values() {
    return values;
  }

  /** Returns where the values that come next are to be put. */
  public float[] nextValues() {
    return nextValues;
  }

  /** Returns the places that go with the values. */
  int[] places() {
    return places;
  }

  /** Returns where the places that come next are to be put. */
  int[] nextPlaces() {
    return nextPlaces;
  }

  /** Makes what came next what there is. */
  public void swap() {
    float[] floats = values;
    values = nextValues;
    nextValues = floats;
    int[] ints = places;
    places = nextPlaces;
    nextPlaces = ints;
  }
}
