package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cortado.api.Bottoms;
import org.cortado.api.Claim;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * Finds the places of the greatest values, the greatest first.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [items x …]}
 *   <li>top 0, {@code y}: without {@code axis}, {@code [items x 1 x top_k]}, then axes of size 1 up
 *       to the number of {@code x}'s: places in each item, counted as if it had one axis; with
 *       {@code out_max_val}, {@code [items x 2 x top_k]}: the places, then the values. With {@code
 *       axis}, {@code x}'s shape with {@code top_k} along it: places along it, or, with {@code
 *       out_max_val}, the values
 *   <li>backward: none
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's ArgMax. As there, of equal values the one behind is taken first. A NaN is greater than
 * any number, so that it shows. Places above 2²⁴ are rounded: they are floats.
 */
@LayerType(
    name = "ArgMax",
    bottomNames = "x",
    topNames = "y",
    backwardReads = {},
    differentiable = false,
    claims = Claim.HIDES_NAN)
@Help("finds the places of the greatest values")
public final class ArgMaxLayer implements Layer {

  private static final int LEAST_AXES = 3;

  /** What a net file says of an {@code ArgMax}. */
  public record Options(
      @Default("false") @Help("whether the values are wanted, too; with axis, in their stead")
          boolean outMaxVal,
      @Default("1") @Range(min = 1) @Help("how many to find") int topK,
      @Help("the axis to search along; a whole item if none is given") Optional<Integer> axis) {}

  private final Options options;
  private final TopSearch search;

  @Inject
  ArgMaxLayer(Options options, Backend backend) {
    this.options = options;
    search = new TopSearch(backend.parallel());
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape shape = bottom.get(0).shape();
    if (options.axis().isPresent()) {
      alongAxis(shape, top.get(0), options.axis().get());
    } else {
      ofItems(shape, top.get(0));
    }
  }

  private void alongAxis(Shape shape, Blob top, int given) {
    int axis = Bottoms.axis("axis", given, shape);
    requireEnough(shape.dim(axis), "axis %d of the bottom %s".formatted(axis, shape));
    top.reshape(shape.with(axis, options.topK()));
    search.reshape(shape.count(0, axis), shape.dim(axis), shape.count(axis + 1), options.topK());
  }

  private void ofItems(Shape shape, Blob top) {
    if (shape.axes() == 0) {
      throw new InvalidLayerException("the bottom is a single number, but must have a batch axis");
    }
    requireEnough(shape.count(1), "an item of the bottom " + shape);
    int[] dims = new int[Math.max(LEAST_AXES, shape.axes())];
    Arrays.fill(dims, 1);
    dims[0] = shape.dim(0);
    dims[1] = options.outMaxVal() ? 2 : 1;
    dims[2] = options.topK();
    top.reshape(Shape.of(dims));
    search.reshape(shape.dim(0), shape.count(1), 1, options.topK());
  }

  private void requireEnough(int present, String where) {
    if (options.topK() > present) {
      throw new InvalidLayerException(
          "top_k is %d, but %s has %d elements".formatted(options.topK(), where, present));
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    boolean values = options.outMaxVal();
    boolean places = options.axis().isEmpty() || !values;
    search.run(bottom.get(0).data().read(), top.get(0).data().write(), places, values);
  }

  /** Does nothing: places have no gradient. */
  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
}
