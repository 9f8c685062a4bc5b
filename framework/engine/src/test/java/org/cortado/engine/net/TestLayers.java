package org.cortado.engine.net;

import com.google.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerModule;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.filler.ConstantFiller;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.random.RandomStream;

/** Small layers in plain loops, enough to make every kind of net. */
public final class TestLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(SourceLayer.class);
    layer(TimesLayer.class);
    layer(SquareLayer.class);
    layer(OpaqueLayer.class);
    layer(RectifyLayer.class);
    layer(SinkLayer.class);
    layer(CountLayer.class);
    layer(WeighLayer.class);
    layer(PlusLayer.class);
    layer(WidenLayer.class);
    layer(TotalLayer.class);
    layer(NoiseLayer.class);
    layer(AliasLayer.class);
    layer(SplitLayer.class);
  }

  static void map(Tensor from, Tensor to, DoubleUnaryOperator function) {
    FloatBuffer x = from.read();
    FloatBuffer y = to.write();
    for (int i = 0; i < to.count(); i++) {
      y.put(i, (float) function.applyAsDouble(x.get(i)));
    }
  }

  static void addProduct(Tensor a, Tensor b, Tensor to) {
    FloatBuffer x = a.read();
    FloatBuffer y = b.read();
    FloatBuffer z = to.update();
    for (int i = 0; i < to.count(); i++) {
      z.put(i, z.get(i) + x.get(i) * y.get(i));
    }
  }

  /** Shows one value everywhere. */
  @LayerType(name = "Source", bottoms = 0, maxTops = LayerType.ANY)
  @Help("one value everywhere")
  public static final class SourceLayer implements Layer {

    /** Options. */
    public record SourceOptions(
        @Default("[2]") @Help("the shape") Shape shape,
        @Default("1") @Help("the value") float value) {}

    private final SourceOptions options;

    @Inject
    SourceLayer(SourceOptions options) {
      this.options = options;
    }

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      top.forEach(each -> each.reshape(options.shape()));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      top.forEach(each -> map(each.data(), each.data(), x -> options.value()));
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
  }

  /** {@code y = factor * x}. */
  @LayerType(
      name = "Times",
      inPlace = true,
      backwardReads = {})
  public static final class TimesLayer implements Layer {

    /** Options. */
    public record TimesOptions(@Range(max = 100) @Help("the factor") float factor)
        implements LayerTraits.FromOptions {
      @Override
      public LayerTraits refine(LayerTraits declared) {
        return new LayerTraits(true, factor > 0, Set.of());
      }
    }

    private final TimesOptions options;

    @Inject
    TimesLayer(TimesOptions options) {
      this.options = options;
    }

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      top.get(0).reshapeLike(bottom.get(0));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      map(bottom.get(0).data(), top.get(0).data(), x -> options.factor() * x);
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      map(top.get(0).diff(), bottom.get(0).diff(), dy -> options.factor() * dy);
    }
  }

  /** {@code y = x²}; backward reads {@code x}. */
  @LayerType(name = "Square", backwardReads = Reads.BOTTOM_DATA)
  public static final class SquareLayer implements Layer {

    @Inject
    SquareLayer() {}

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      top.get(0).reshapeLike(bottom.get(0));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      map(bottom.get(0).data(), top.get(0).data(), x -> x * x);
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      bottom.get(0).diff().clear();
      addProduct(bottom.get(0).data(), top.get(0).diff(), bottom.get(0).diff());
      map(bottom.get(0).diff(), bottom.get(0).diff(), half -> 2 * half);
    }
  }

  /** {@code y = max(x, 0)}; backward reads the sign of {@code y}. */
  @LayerType(name = "Rectify", inPlace = true, backwardReads = Reads.TOP_SIGN)
  public static final class RectifyLayer implements Layer {

    @Inject
    RectifyLayer() {}

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      top.get(0).reshapeLike(bottom.get(0));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      map(bottom.get(0).data(), top.get(0).data(), x -> Math.max(x, 0));
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      FloatBuffer y = top.get(0).data().read();
      FloatBuffer dy = top.get(0).diff().read();
      FloatBuffer dx = bottom.get(0).diff().write();
      for (int i = 0; i < top.get(0).count(); i++) {
        dx.put(i, y.get(i) > 0 ? dy.get(i) : 0);
      }
    }
  }

  /** Swallows a blob. */
  @LayerType(name = "Sink", tops = 0, differentiable = false)
  public static final class SinkLayer implements Layer {

    @Inject
    SinkLayer() {}

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {}

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {}

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
  }

  /** Passes a blob on and counts how often in a statistic; top 1, the count, takes no gradient. */
  @LayerType(
      name = "Count",
      maxTops = 2,
      noGradientTops = 1,
      backwardReads = {})
  public static final class CountLayer implements Layer {

    private final LayerContext context;
    private List<Blob> parameters = List.of();

    @Inject
    CountLayer(LayerContext context) {
      this.context = context;
    }

    @Override
    public void setUp(List<Blob> bottom, List<Blob> top) {
      parameters = List.of(context.statistic(Shape.of(), new ConstantFiller(0)));
    }

    @Override
    public List<Blob> parameters() {
      return parameters;
    }

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      top.get(0).reshapeLike(bottom.get(0));
      top.stream().skip(1).forEach(count -> count.reshape(Shape.of()));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      map(parameters.get(0).data(), parameters.get(0).data(), count -> count + 1);
      top.get(0).data().copyFrom(bottom.get(0).data());
      top.stream().skip(1).forEach(count -> count.data().copyFrom(parameters.get(0).data()));
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      bottom.get(0).diff().copyFrom(top.get(0).diff());
    }
  }

  /** Has no backward pass. */
  @LayerType(name = "Opaque", differentiable = false)
  public static final class OpaqueLayer implements Layer {

    @Inject
    OpaqueLayer() {}

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      top.get(0).reshapeLike(bottom.get(0));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      top.get(0).data().copyFrom(bottom.get(0).data());
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      throw new IllegalStateException("there is no backward pass");
    }
  }

  /** {@code y = w * x}, {@code w} learned. */
  @LayerType(name = "Weigh", inPlaceForward = true, backwardReads = Reads.BOTTOM_DATA)
  public static final class WeighLayer implements Layer {

    /** Options. */
    public record WeighOptions(
        @Default("{type: constant, value: 1}") @Help("fills w") Filler filler) {}

    private final WeighOptions options;
    private final LayerContext context;
    private List<Blob> weights = List.of();

    @Inject
    WeighLayer(WeighOptions options, LayerContext context) {
      this.options = options;
      this.context = context;
    }

    @Override
    public void setUp(List<Blob> bottom, List<Blob> top) {
      weights = List.of(context.parameter(bottom.get(0).shape(), options.filler()));
    }

    @Override
    public List<Blob> parameters() {
      return weights;
    }

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      if (!bottom.get(0).shape().equals(weights.get(0).shape())) {
        throw new InvalidLayerException("can't take another shape");
      }
      top.get(0).reshapeLike(bottom.get(0));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      FloatBuffer w = weights.get(0).data().read();
      FloatBuffer x = bottom.get(0).data().read();
      FloatBuffer y = top.get(0).data().write();
      for (int i = 0; i < top.get(0).count(); i++) {
        y.put(i, w.get(i) * x.get(i));
      }
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      addProduct(bottom.get(0).data(), top.get(0).diff(), weights.get(0).diff());
      if (propagateDown[0]) {
        bottom.get(0).diff().clear();
        addProduct(weights.get(0).data(), top.get(0).diff(), bottom.get(0).diff());
      }
    }
  }

  /** Adds its bottoms. */
  @LayerType(
      name = "Plus",
      bottoms = 2,
      maxBottoms = 3,
      backwardReads = {})
  public static final class PlusLayer implements Layer {

    @Inject
    PlusLayer() {}

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      for (Blob each : bottom) {
        if (!each.shape().equals(bottom.get(0).shape())) {
          throw new InvalidLayerException(
              "bottoms must have equal shapes, but are %s and %s"
                  .formatted(bottom.get(0).shape(), each.shape()));
        }
      }
      top.get(0).reshapeLike(bottom.get(0));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      FloatBuffer y = top.get(0).data().write();
      for (int i = 0; i < top.get(0).count(); i++) {
        float sum = 0;
        for (Blob each : bottom) {
          sum += each.data().read().get(i);
        }
        y.put(i, sum);
      }
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      for (int i = 0; i < bottom.size(); i++) {
        if (propagateDown[i]) {
          bottom.get(i).diff().copyFrom(top.get(0).diff());
        }
      }
    }
  }

  /** Adds two bottoms, the smaller one again and again. */
  @LayerType(
      name = "Widen",
      bottoms = 2,
      inPlace = true,
      backwardReads = {})
  public static final class WidenLayer implements Layer {

    @Inject
    WidenLayer() {}

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      boolean first = bottom.get(0).count() >= bottom.get(1).count();
      top.get(0).reshapeLike(bottom.get(first ? 0 : 1));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      FloatBuffer a = bottom.get(0).data().read();
      FloatBuffer b = bottom.get(1).data().read();
      FloatBuffer y = top.get(0).data().write();
      for (int i = 0; i < top.get(0).count(); i++) {
        y.put(i, a.get(i % a.limit()) + b.get(i % b.limit()));
      }
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      for (int i = 1; i >= 0; i--) {
        if (propagateDown[i]) {
          fold(top.get(0).diff(), bottom.get(i).diff());
        }
      }
    }

    private static void fold(Tensor dy, Tensor dx) {
      float[] sums = new float[dx.count()];
      FloatBuffer from = dy.read();
      for (int i = 0; i < dy.count(); i++) {
        sums[i % sums.length] += from.get(i);
      }
      dx.write().put(0, sums);
    }
  }

  /** The sum of all elements, as a loss; a second bottom stands for labels. */
  @LayerType(
      name = "Total",
      maxBottoms = 2,
      loss = true,
      noGradient = 1,
      backwardReads = {})
  public static final class TotalLayer implements Layer {

    @Inject
    TotalLayer() {}

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      top.get(0).reshape(Shape.of());
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      float sum = 0;
      for (int i = 0; i < bottom.get(0).count(); i++) {
        sum += bottom.get(0).data().read().get(i);
      }
      top.get(0).data().write().put(0, sum);
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      float dy = top.get(0).diff().read().get(0);
      map(bottom.get(0).diff(), bottom.get(0).diff(), old -> dy);
    }
  }

  /** Random numbers of the iteration. */
  @LayerType(name = "Noise", bottoms = 0)
  public static final class NoiseLayer implements Layer {

    private final RandomStream random;

    @Inject
    NoiseLayer(LayerContext context) {
      random = context.random("noise");
    }

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      top.get(0).reshape(Shape.of(4));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      random.restart();
      map(top.get(0).data(), top.get(0).data(), x -> random.nextFloat());
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
  }

  /** Another name for the same memory. */
  @LayerType(
      name = "Alias",
      sharesData = true,
      backwardReads = {})
  public static final class AliasLayer implements Layer {

    @Inject
    AliasLayer() {}

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      top.get(0).reshapeLike(bottom.get(0));
      top.get(0).share(bottom.get(0));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {}

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
  }

  /** What the net inserts at forks. */
  @LayerType(
      name = "Split",
      maxTops = LayerType.ANY,
      sharesData = true,
      backwardReads = {})
  public static final class SplitLayer implements Layer {

    @Inject
    SplitLayer() {}

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      for (Blob each : top) {
        each.reshapeLike(bottom.get(0));
        each.data().share(bottom.get(0).data());
      }
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {}

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      FloatBuffer dx = bottom.get(0).diff().write();
      for (int i = 0; i < bottom.get(0).count(); i++) {
        float sum = 0;
        for (Blob each : top) {
          sum += each.diff().read().get(i);
        }
        dx.put(i, sum);
      }
    }
  }
}
