package org.cortado.layers.activations;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.Bottoms;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * Takes the greatest of every {@code k} neighbouring channels, {@code k} the {@code num_pieces}:
 * {@code y_c = max(x_{c·k}, …, x_{c·k+k−1})}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [… x C x …]}, {@code C} the size of {@code axis}
 *   <li>top 0, {@code y}: {@code [… x C/k x …]}
 *   <li>backward: {@code dx = dy} for the greatest, the first of equals, and 0 for the others
 *   <li>parameters: none
 * </ul>
 *
 * <p>Goodfellow and others 2013. Where one of the pieces is NaN, {@code y} is and all their {@code
 * dx}.
 */
@LayerType(name = "Maxout", bottomNames = "x", topNames = "y", backwardReads = Reads.BOTTOM_DATA)
@Help("the greatest of every few channels")
public final class MaxoutLayer implements Layer {

  /** What a net file says of a {@code Maxout}. */
  public record Options(
      @Range(min = 1) @Help("how many channels become one") int numPieces,
      @Default("1") @Help("the axis of the channels") int axis) {}

  private final Options options;
  private final Pieces pieces;

  @Inject
  MaxoutLayer(Options options, Backend backend) {
    this.options = options;
    pieces = new Pieces(options.numPieces(), backend.parallel());
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape shape = bottom.get(0).shape();
    int axis = Bottoms.axis("axis", options.axis(), shape);
    int channels = shape.dim(axis);
    if (channels % options.numPieces() != 0) {
      throw new InvalidLayerException(
          "axis %d of the bottom %s must be a multiple of num_pieces, %d, but is %d"
              .formatted(axis, shape, options.numPieces(), channels));
    }
    Shape result = shape.with(axis, channels / options.numPieces());
    top.get(0).reshape(result);
    pieces.reshape(result.count(0, axis + 1), result.count(axis + 1));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    pieces.forward(bottom.get(0).data(), top.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      pieces.backward(bottom.get(0).data(), top.get(0).diff(), bottom.get(0).diff());
    }
  }
}
