package org.cortado.api.filler;

import java.nio.FloatBuffer;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;
import org.cortado.api.option.TypeName;
import org.cortado.api.random.RandomStream;

/**
 * Makes every kernel one that interpolates between its neighbours: a product over the spatial axes
 * of {@code 1 − |i/f − c|} with {@code f = ⌈k/2⌉} and {@code c = (k − 1) / (2f)}, {@code k} being
 * the axis' size.
 *
 * <p>For a Deconvolution that enlarges by the factor {@code s}: {@code kernel_size} {@code 2s − s
 * mod 2}, {@code stride} {@code s}, {@code pad} {@code ⌈(s − 1)/2⌉}, as many groups as channels.
 *
 * <p>Caffe's bilinear, which wants two spatial axes of one size; this one takes any.
 */
@TypeName("bilinear")
@Help("kernels that interpolate, for a Deconvolution that enlarges")
public record BilinearFiller() implements Filler {

  private static final int FIRST_SPATIAL_AXIS = 2;

  @Override
  public void check(Shape shape) {
    if (shape.axes() <= FIRST_SPATIAL_AXIS) {
      throw new InvalidLayerException(
          "the filler bilinear is for kernels [outputs x inputs x spatial…], but the parameter is "
              + shape);
    }
  }

  @Override
  public void fill(FloatBuffer values, Shape shape, RandomStream random) {
    for (int i = 0; i < shape.count(); i++) {
      values.put(i, (float) value(shape, i));
    }
  }

  private static double value(Shape shape, int index) {
    double product = 1;
    int rest = index;
    for (int axis = shape.axes() - 1; axis >= FIRST_SPATIAL_AXIS; axis--) {
      product *= weight(rest % shape.dim(axis), shape.dim(axis));
      rest /= shape.dim(axis);
    }
    return product;
  }

  private static double weight(int index, int size) {
    int factor = (size + 1) / 2;
    double centre = (size - 1) / (2.0 * factor);
    return 1 - Math.abs((double) index / factor - centre);
  }
}
