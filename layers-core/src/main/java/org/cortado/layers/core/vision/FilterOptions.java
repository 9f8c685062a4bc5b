package org.cortado.layers.core.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cortado.api.Bottoms;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.backend.Convolution;
import org.cortado.api.blob.Shape;

/** The options of the layers whose windows may be dilated and begin at any axis. */
interface FilterOptions extends WindowOptions {

  /** Returns the option {@code dilation}. */
  List<Integer> dilation();

  /** Returns the option {@code axis}. */
  int axis();

  /** Returns a bottom as {@code [images x channels x spatial…]}. */
  default Shape images(Shape bottom) {
    int axis = Bottoms.axis("axis", axis(), bottom);
    List<Integer> dims = new ArrayList<>(bottom.dims().subList(axis, bottom.axes()));
    dims.add(0, bottom.count(0, axis));
    return Shape.of(dims);
  }

  /** Returns the shape of a top that has such images where the bottom has its own. */
  default Shape like(Shape bottom, Shape images) {
    List<Integer> dims = new ArrayList<>(bottom.dims());
    for (int i = 1; i < images.axes(); i++) {
      dims.set(dims.size() - images.axes() + i, images.dim(i));
    }
    return Shape.of(dims);
  }

  /** Returns the convolution of images with these windows. */
  default Convolution.Spec convolution(Shape images, int outputs, int groups, boolean bias) {
    int axes = images.axes() - 2;
    return new Convolution.Spec(
        images,
        outputs,
        kernel().resolve(axes, 1),
        steps().resolve(axes, 1),
        padding().resolve(axes, 0),
        dilations(axes),
        groups,
        bias);
  }

  @Override
  default SpatialOption padding() {
    return SpatialOption.filterPad(pad(), padH(), padW());
  }

  /** Returns the steps between a window's elements. */
  default List<Integer> dilations(int spatialAxes) {
    return SpatialOption.of("dilation", dilation(), Optional.empty(), Optional.empty())
        .resolve(spatialAxes, 1);
  }

  /** Refuses windows that are larger than the bottom with its padding. */
  default void requireRoom(Convolution.Spec spec, Shape bottom) {
    for (int i = 0; i < spec.spatialAxes(); i++) {
      if (spec.outputSize(i) < 1) {
        throw new InvalidLayerException(
            "a filter of %d with dilation %d is larger than axis %d of the bottom %s with pad %d"
                .formatted(
                    spec.kernel().get(i),
                    spec.dilation().get(i),
                    bottom.axes() - spec.spatialAxes() + i,
                    bottom,
                    spec.pad().get(i)));
      }
    }
  }
}
