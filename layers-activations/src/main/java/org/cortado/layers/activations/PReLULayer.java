package org.cortado.layers.activations;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.Weights;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Lets what is above 0 through, and the rest with a slope that is learned for each channel: {@code
 * y = max(x, 0) + a · min(x, 0)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [N x C x …]}; any shape with {@code channel_shared}
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = dy} where {@code x > 0}, else {@code a · dy}, at 0 too; {@code da} is
 *       the sum of {@code dy · min(x, 0)}
 *   <li>parameters: the slopes {@code a}, {@code [C]}, or a single one {@code []} with {@code
 *       channel_shared}
 * </ul>
 *
 * <p>Caffe's PReLU, save that a shared slope does with any shape; He, Zhang, Ren and Sun 2015.
 * Works in place, at the price of a copy of {@code x}.
 */
@LayerType(
    name = "PReLU",
    bottomNames = "x",
    topNames = "y",
    inPlace = true,
    backwardReads = Reads.BOTTOM_DATA)
@Help("max(x, 0), or a learned slope below 0")
public final class PReLULayer implements Layer {

  private static final int CHANNELS = 1;

  /** What a net file says of a {@code PReLU}. */
  public record Options(
      @Default("{type: constant, value: 0.25}") @Help("the first values of the slopes")
          Filler filler,
      @Default("false") @Help("whether all channels have one slope") boolean channelShared) {}

  private final Options options;
  private final Weights slopes;
  private final Tensor copy;
  private final ChannelSlopes passes;
  private int channels = 1;

  @Inject
  PReLULayer(Options options, LayerContext context, Backend backend) {
    this.options = options;
    slopes = new Weights(context);
    copy = context.tensor(Shape.of(0));
    passes = new ChannelSlopes(backend.parallel());
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    Shape shape = bottom.get(0).shape();
    if (options.channelShared()) {
      slopes.add(Shape.of(), options.filler());
    } else {
      requireChannels(shape);
      channels = shape.dim(CHANNELS);
      slopes.add(Shape.of(channels), options.filler());
    }
  }

  private static void requireChannels(Shape shape) {
    if (shape.axes() <= CHANNELS) {
      throw new InvalidLayerException(
          "the bottom %s has no axis 1 for channels; say channel_shared: true for a single slope"
              .formatted(shape));
    }
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape shape = bottom.get(0).shape();
    top.get(0).reshapeLike(bottom.get(0));
    copy.reshape(shape);
    if (options.channelShared()) {
      passes.reshape(shape.count(), new ChannelRuns(1, shape.count()));
    } else {
      requireSameChannels(shape);
      passes.reshape(shape.count(), new ChannelRuns(channels, shape.count(CHANNELS + 1)));
    }
  }

  private void requireSameChannels(Shape shape) {
    requireChannels(shape);
    if (shape.dim(CHANNELS) != channels) {
      throw new InvalidLayerException(
          "the slopes were made for %d channels, but the bottom %s now has %d"
              .formatted(channels, shape, shape.dim(CHANNELS)));
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    Tensor x = bottom.get(0).data();
    Tensor y = top.get(0).data();
    if (x.sharesMemoryWith(y)) {
      copy.copyFrom(x);
    }
    passes.forward(x, slopes.values().get(0), y);
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    Tensor dy = top.get(0).diff();
    Tensor x = bottom.get(0).data();
    Tensor kept = x.sharesMemoryWith(top.get(0).data()) ? copy : x;
    Tensor a = slopes.values().get(0);
    Tensor da = slopes.diffs().get(0);
    passes.backward(kept, a, dy, da, propagateDown[0], bottom.get(0).diff());
  }

  @Override
  public List<Blob> parameters() {
    return slopes.blobs();
  }
}
