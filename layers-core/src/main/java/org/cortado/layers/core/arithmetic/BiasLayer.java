package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Weights;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Kernels;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.cortado.api.filler.Filler;
import org.cortado.api.geometry.BroadcastLoop;
import org.cortado.api.geometry.Stretch;
import org.cortado.api.geometry.SumLoop;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * Adds a smaller blob along some axes: {@code y = x + b}, by default a learned number to each
 * channel.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>bottom 1, if there is one: {@code b}, of the sizes of {@code x} from {@code axis} on, as
 *       many as it has axes; {@code []} adds one number to all
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = dy}, {@code db} its sum over the other axes
 *   <li>parameters: with one bottom {@code b}, of the sizes of {@code num_axes} axes from {@code
 *       axis} on; {@code []} for 0 of them
 * </ul>
 *
 * <p>Caffe's Bias. Works in place: backward reads no data. Gradients are summed in double
 * precision, in an order that doesn't depend on the number of threads.
 */
@LayerType(
    name = "Bias",
    bottoms = 1,
    maxBottoms = 2,
    bottomNames = {"x", "b"},
    topNames = "y",
    inPlace = true,
    backwardReads = {})
@Help("adds a learned number to each channel, or a second bottom along some axes")
public final class BiasLayer implements Layer {

  /** What a net file says of a {@code Bias}. */
  public record Options(
      @Default("1") @Help("the first axis that the summand goes along") int axis,
      @Default("1")
          @Range(min = -1)
          @Help("how many axes a learned summand goes along; -1 for all, 0 for one number")
          int numAxes,
      @Default("{type: constant}") @Help("the first values of a learned summand") Filler filler) {}

  private final Span span;
  private final Filler filler;
  private final Weights weights;
  private final BroadcastLoop forward;
  private final BroadcastLoop copying;
  private final SumLoop sums;
  private final ChannelAffine channelForward;
  private final ChannelGradients channelBackward;
  private ChannelPieces pieces = new ChannelPieces(0, 0, 0);
  private List<Tensor> inputs = List.of();
  private List<Tensor> gradient = List.of();

  @Inject
  BiasLayer(Options options, LayerContext context, Backend backend) {
    span = new Span(options.axis(), options.numAxes());
    filler = options.filler();
    weights = new Weights(context);
    forward = new BroadcastLoop(backend.parallel(), Kernels::sum);
    copying = new BroadcastLoop(backend.parallel(), Kernels::sum);
    sums = new SumLoop(backend.parallel(), Kernels::sum);
    channelForward = new ChannelAffine(backend.parallel());
    channelBackward = new ChannelGradients(backend.parallel());
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    if (bottom.size() == 1) {
      weights.add(span.learned(bottom.get(0).shape()), filler);
    }
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Blob x = bottom.get(0);
    top.get(0).reshapeLike(x);
    Stretch stretch = span.stretch(bottom, weights.blobs());
    Stretch whole = Stretch.of(x.shape(), x.shape());
    forward.prepare(List.of(whole, stretch));
    copying.prepare(List.of(whole));
    sums.prepare(stretch, List.of(whole));
    Tensor summand = bottom.size() > 1 ? bottom.get(1).data() : weights.values().get(0);
    pieces = span.pieces(summand.shape(), x.shape());
    channelForward.prepare(pieces);
    channelBackward.prepare(pieces);
    inputs = List.of(x.data(), summand);
    gradient = List.of(top.get(0).diff());
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    if (pieces.worthwhile()) {
      channelForward.plain().plus(inputs.get(1)).run(inputs.get(0), top.get(0).data());
    } else {
      forward.run(inputs, top.get(0).data());
    }
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    Tensor dx = bottom.get(0).diff();
    boolean copies = propagateDown[0] && !dx.sharesMemoryWith(gradient.get(0));
    boolean sumsUp = bottom.size() == 1 || propagateDown[1];
    if (pieces.worthwhile() && sumsUp) {
      byChannel(copies, dx);
      addSums(bottom);
      return;
    }
    if (bottom.size() == 1) {
      sums.add(gradient, weights.diffs().get(0));
    } else if (propagateDown[1]) {
      sums.run(gradient, bottom.get(1).diff());
    }
    if (copies) {
      copying.run(gradient, dx);
    }
  }

  private void byChannel(boolean copies, Tensor dx) {
    channelBackward.of(gradient.get(0));
    if (copies) {
      channelBackward.into(dx);
    }
    channelBackward.run();
  }

  private void addSums(List<Blob> bottom) {
    if (bottom.size() == 1) {
      channelBackward.addGradients(weights.diffs().get(0));
    } else {
      channelBackward.putGradients(bottom.get(1).diff());
    }
  }

  @Override
  public List<Blob> parameters() {
    return weights.blobs();
  }
}
