package org.cortado.layers.core.normalization;

import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Lrn;
import org.cortado.api.backend.Prepared;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.window.ReceptiveField;

/**
 * Divides each element by a power of the squares around it: {@code y = x / s^beta} with {@code s =
 * k + alpha / n · Σ x²}, the sum being over a window around the element and {@code n} the number of
 * its cells.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [N x channels x spatial…]}
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = dy / s^beta − 2 · alpha · beta / n · x · Σ dy · y / s}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Krizhevsky, Sutskever and Hinton 2012; Caffe's LRN, over any number of spatial axes, none
 * included, where Caffe has two. As there, a window across channels is {@code local_size} channels,
 * one within a channel {@code local_size} along each spatial axis, and {@code n} counts the cells
 * of a window at the border that don't exist. Within a channel {@code k} is 1 whatever the file
 * says, as in Caffe. Where {@code s} is 0 the top is 0, where Caffe gives no number.
 */
@LayerType(name = "LRN", bottomNames = "x", topNames = "y", backwardReads = Reads.BOTTOM_DATA)
@Help("divides each element by a power of the squares around it")
public final class LRNLayer implements Layer {

  /** What a net file says of an {@code LRN}. */
  public record Options(
      @Default("5") @Range(min = 1) @Help("the size of a window, an odd number") int localSize,
      @Default("1") @Range(min = 0) @Help("what the mean square is multiplied by") float alpha,
      @Default("0.75") @Help("to which power") float beta,
      @Default("1") @Range(min = 0) @Help("what is added; within_channel has 1, whatever is said")
          float k,
      @Default("across_channels") @Help("whether windows extend along the channels or the image")
          Lrn.Region normRegion) {

    /** Refuses what no input could make right. */
    public Options {
      if (localSize % 2 == 0) {
        throw new InvalidLayerException("local_size must be odd, but is " + localSize);
      }
    }

    private Lrn.Spec spec(Shape input) {
      float summand = normRegion == Lrn.Region.WITHIN_CHANNEL ? 1 : k;
      return new Lrn.Spec(input, normRegion, localSize, alpha, beta, summand);
    }
  }

  private final Options options;
  private final Prepared<Lrn.Spec, Lrn> prepared;

  @Inject
  LRNLayer(Options options, Backend backend) {
    this.options = options;
    prepared = new Prepared<>(backend::lrn, Lrn::close);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Lrn.Spec spec = options.spec(bottom.get(0).shape());
    top.get(0).reshapeLike(bottom.get(0));
    prepared.prepare(spec);
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    prepared.operation().forward(bottom.get(0).data(), top.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      prepared.operation().backward(bottom.get(0).data(), top.get(0).diff(), bottom.get(0).diff());
    }
  }

  @Override
  public ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    int axes = Math.max(0, bottom.get(0).shape().axes() - 2);
    return options.normRegion() == Lrn.Region.WITHIN_CHANNEL
        ? ReceptiveField.along(
            Collections.nCopies(axes, new ReceptiveField.Axis(options.localSize(), 1)))
        : ReceptiveField.POINT;
  }

  @Override
  public void close() {
    prepared.close();
  }
}
