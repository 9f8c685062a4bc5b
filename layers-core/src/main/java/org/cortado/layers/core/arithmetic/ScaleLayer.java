package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.Weights;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Kernels;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.filler.Filler;
import org.cortado.api.geometry.Stretch;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * Multiplies by a smaller blob along some axes: {@code y = a · x + b}, by default by a learned
 * number for each channel.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>bottom 1, if there is one: {@code a}, of the sizes of {@code x} from {@code axis} on, as
 *       many as it has axes; {@code []} multiplies all by one number
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = a · dy}, {@code da} the sum of {@code x · dy} and {@code db} that of
 *       {@code dy} over the other axes
 *   <li>parameters: with one bottom {@code a}, of the sizes of {@code num_axes} axes from {@code
 *       axis} on; {@code []} for 0 of them; with {@code bias_term} then {@code b}, like {@code a}
 * </ul>
 *
 * <p>Caffe's Scale. Works in place: then it keeps a copy of {@code x}. Gradients are summed in
 * double precision, in an order that doesn't depend on the number of threads.
 */
@LayerType(
    name = "Scale",
    bottoms = 1,
    maxBottoms = 2,
    bottomNames = {"x", "a"},
    topNames = "y",
    inPlace = true,
    backwardReads = Reads.BOTTOM_DATA)
@Help("multiplies each channel by a learned number, or by a second bottom along some axes")
public final class ScaleLayer implements Layer {

  /** What a net file says of a {@code Scale}. */
  public record Options(
      @Default("1") @Help("the first axis that the factor goes along") int axis,
      @Default("1")
          @Range(min = -1)
          @Help("how many axes a learned factor goes along; -1 for all, 0 for one number")
          int numAxes,
      @Default("{type: constant, value: 1}") @Help("the first values of a learned factor")
          Filler filler,
      @Default("false") @Help("whether a learned number is added, too") boolean biasTerm,
      @Default("{type: constant}") @Help("the first values of the bias") Filler biasFiller) {}

  private final Options options;
  private final Span span;
  private final Weights weights;
  private final Tensor copy;
  private final ElementwiseLoop copying;
  private final ScaleLoops loops;
  private final ChannelAffine channelForward;
  private final ChannelGradients channelBackward;
  private ChannelPieces pieces = new ChannelPieces(0, 0, 0);
  private List<Tensor> source = List.of();
  private boolean inPlace;

  @Inject
  ScaleLayer(Options options, LayerContext context, Backend backend) {
    this.options = options;
    span = new Span(options.axis(), options.numAxes());
    weights = new Weights(context);
    copy = context.tensor(Shape.of(0));
    copying = new ElementwiseLoop(backend.parallel(), Kernels::sum);
    loops = new ScaleLoops(backend.parallel());
    channelForward = new ChannelAffine(backend.parallel());
    channelBackward = new ChannelGradients(backend.parallel());
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    boolean learned = bottom.size() == 1;
    Shape shape = learned ? span.learned(bottom.get(0).shape()) : bottom.get(1).shape();
    if (learned) {
      weights.add(shape, options.filler());
    }
    if (options.biasTerm()) {
      weights.add(shape, options.biasFiller());
    }
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Blob x = bottom.get(0);
    requireOneShape(bottom);
    inPlace = x.data().sharesMemoryWith(top.get(0).data());
    top.get(0).reshapeLike(x);
    copy.reshape(inPlace ? x.shape() : Shape.of(0));
    source = List.of(x.data());
    Stretch stretch = span.stretch(bottom, weights.blobs());
    pieces = span.pieces(factor(bottom).shape(), x.shape());
    channelForward.prepare(pieces);
    channelBackward.prepare(pieces);
    loops.prepare(stretch, options.biasTerm());
    loops.takeFactor(x.data(), factor(bottom), top.get(0).diff(), inPlace ? copy : x.data());
    if (options.biasTerm()) {
      loops.takeBias(bias());
    }
  }

  private void requireOneShape(List<Blob> bottom) {
    if (bottom.size() > 1 && options.biasTerm() && !bias().shape().equals(bottom.get(1).shape())) {
      throw new InvalidLayerException(
          "the bias was made for %s, but bottom 1 now has the shape %s"
              .formatted(bias().shape(), bottom.get(1).shape()));
    }
  }

  private Tensor bias() {
    return weights.values().get(weights.values().size() - 1);
  }

  private Tensor factor(List<Blob> bottom) {
    return bottom.size() > 1 ? bottom.get(1).data() : weights.values().get(0);
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    if (inPlace) {
      copying.run(source, copy);
    }
    if (!pieces.worthwhile()) {
      loops.forward(top.get(0).data());
      return;
    }
    channelForward.plain().times(factor(bottom));
    if (options.biasTerm()) {
      channelForward.plus(bias());
    }
    channelForward.run(bottom.get(0).data(), top.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (pieces.worthwhile()) {
      channelBackward(top.get(0).diff(), propagateDown, bottom);
    } else {
      loopBackward(propagateDown, bottom);
    }
  }

  private void channelBackward(Tensor dy, boolean[] propagateDown, List<Blob> bottom) {
    channelBackward.of(dy).withProductsBy(inPlace ? copy : bottom.get(0).data());
    if (propagateDown[0]) {
      channelBackward.scaledInto(factor(bottom), bottom.get(0).diff());
    }
    channelBackward.run();
    if (bottom.size() == 1) {
      channelBackward.addProducts(weights.diffs().get(0));
    } else if (propagateDown[1]) {
      channelBackward.putProducts(bottom.get(1).diff());
    }
    if (options.biasTerm()) {
      channelBackward.addGradients(biasDiff());
    }
  }

  private void loopBackward(boolean[] propagateDown, List<Blob> bottom) {
    if (bottom.size() == 1) {
      loops.addProducts(weights.diffs().get(0));
    } else if (propagateDown[1]) {
      loops.putProducts(bottom.get(1).diff());
    }
    if (options.biasTerm()) {
      loops.addGradients(biasDiff());
    }
    if (propagateDown[0]) {
      loops.scaledInto(bottom.get(0).diff());
    }
  }

  private Tensor biasDiff() {
    return weights.diffs().get(weights.diffs().size() - 1);
  }

  @Override
  public List<Blob> parameters() {
    return weights.blobs();
  }
}
