package org.cortado.layers.core.arithmetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cortado.api.Bottoms;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.geometry.Stretch;

/**
 * The axes of a bottom that a smaller blob goes along, as Caffe's Scale and Bias count them.
 *
 * @param axis the first one; of no interest where the smaller blob is a scalar
 * @param numAxes how many a learned blob goes along; −1 for all from the first one on
 */
record Span(int axis, int numAxes) {

  /**
   * Returns the shape of a learned blob, for a bottom of a shape.
   *
   * @throws InvalidLayerException if there are no such axes
   */
  Shape learned(Shape x) {
    if (numAxes == 0) {
      return Shape.of();
    }
    int first = Bottoms.axis("axis", axis, x);
    if (numAxes > x.axes() - first) {
      throw new InvalidLayerException(
          "num_axes is %d, but from axis %d on the bottom %s has %d"
              .formatted(numAxes, first, x, x.axes() - first));
    }
    int end = numAxes < 0 ? x.axes() : first + numAxes;
    return Shape.of(x.dims().subList(first, end));
  }

  /**
   * Returns how a blob of a shape stretches along the others.
   *
   * @throws InvalidLayerException if it hasn't the sizes of these axes
   */
  Stretch stretch(String name, Shape small, Shape x) {
    if (small.axes() == 0) {
      return Stretch.of(small, x);
    }
    int first = Bottoms.axis("axis", axis, x);
    int after = x.axes() - first - small.axes();
    if (after < 0 || !x.dims().subList(first, first + small.axes()).equals(small.dims())) {
      throw new InvalidLayerException(
          "%s has the shape %s, but must have that of the bottom %s from axis %d on"
              .formatted(name, small, x, first));
    }
    List<Integer> dims = new ArrayList<>(small.dims());
    dims.addAll(Collections.nCopies(after, 1));
    return Stretch.of(Shape.of(dims), x);
  }

  /** Returns the stretch of bottom 1, or of the first parameter where there is none. */
  Stretch stretch(List<Blob> bottom, List<Blob> parameters) {
    Shape x = bottom.get(0).shape();
    return bottom.size() > 1
        ? stretch("bottom 1", bottom.get(1).shape(), x)
        : stretch("the parameter", parameters.get(0).shape(), x);
  }

  /** Returns the pieces of a bottom for whose channels a blob of a shape has one element each. */
  ChannelPieces pieces(Shape small, Shape x) {
    if (small.axes() == 0) {
      return new ChannelPieces(1, 1, x.count());
    }
    int first = Bottoms.axis("axis", axis, x);
    return new ChannelPieces(x.count(0, first), small.count(), x.count(first + small.axes()));
  }
}
