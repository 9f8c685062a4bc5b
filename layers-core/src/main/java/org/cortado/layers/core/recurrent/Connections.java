package org.cortado.layers.core.recurrent;

import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;

/**
 * Tells which bottom and which top is which.
 *
 * @param states how many states there are
 * @param exposed whether the states are bottoms and tops
 * @param withStatic whether there is a bottom that is the same at each step
 */
record Connections(int states, boolean exposed, boolean withStatic) {

  static final int X = 0;
  static final int CONT = 1;
  static final int STATIC = 2;

  /** Tells by their numbers. */
  static Connections of(int states, boolean exposed, List<Blob> bottom, List<Blob> top) {
    int more = exposed ? states : 0;
    if (bottom.size() < 2 + more || bottom.size() > 3 + more || top.size() != 1 + more) {
      throw new InvalidLayerException(
          ("there are %d bottoms and %d tops, but with expose_hidden %s there must be %d or %d,"
                  + " and %d")
              .formatted(bottom.size(), top.size(), exposed, 2 + more, 3 + more, 1 + more));
    }
    return new Connections(states, exposed, bottom.size() > 2 + more);
  }

  /** Returns which bottom an exposed state comes from. */
  int stateBottom(int state) {
    return (withStatic ? 3 : 2) + state;
  }

  /** Returns which top an exposed state goes to. */
  int stateTop(int state) {
    return 1 + state;
  }

  /** Returns the extent of the bottoms, whose shapes must go together. */
  Extent extent(List<Blob> bottom, int gates, int units) {
    Shape x = bottom.get(X).shape();
    if (x.axes() < 2) {
      throw new InvalidLayerException(
          "bottom 0 has the shape %s, but its first 2 axes must be steps and streams".formatted(x));
    }
    Extent extent = new Extent(x.dim(0), x.dim(1), gates, units);
    require(CONT, bottom, Shape.of(extent.steps(), extent.streams()));
    if (withStatic) {
      requireStatic(bottom.get(STATIC).shape(), extent.streams());
    }
    for (int state = 0; exposed && state < states; state++) {
      require(stateBottom(state), bottom, extent.step(units));
    }
    return extent;
  }

  private static void require(int index, List<Blob> bottom, Shape wanted) {
    Shape shape = bottom.get(index).shape();
    if (!shape.equals(wanted)) {
      throw new InvalidLayerException(
          "bottom %d has the shape %s, but to go with bottom 0, %s, it must have %s"
              .formatted(index, shape, bottom.get(X).shape(), wanted));
    }
  }

  private static void requireStatic(Shape shape, int streams) {
    if (shape.axes() < 1 || shape.dim(0) != streams) {
      throw new InvalidLayerException(
          "bottom 2 has the shape %s, but its first axis must be the %d streams of bottom 0"
              .formatted(shape, streams));
    }
  }
}
