package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.Help;
import org.cortado.api.random.RandomStream;

/**
 * Shows the same values in every sweep.
 *
 * <ul>
 *   <li>bottoms: none
 *   <li>top 0, {@code y}: {@code shape}; {@code value} everywhere, or what {@code filler} makes
 *   <li>backward: none
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's Constant. What a random filler draws is a function of the run's seed and the
 * layer's name; a DummyData draws anew each time, a Parameter learns.
 */
@LayerType(
    name = "Constant",
    bottoms = 0,
    topNames = "y",
    backwardReads = {},
    differentiable = false)
@Help("shows the same values in every sweep")
public final class ConstantLayer implements Layer {

  /** What a net file says of a {@code Constant}. */
  public record Options(
      @Help("the shape of the top") Shape shape,
      @Help("the value everywhere; 0 if there is no filler either") Optional<Float> value,
      @Help("what makes the values in its stead") Optional<Filler> filler) {

    /** Refuses two sources of values. */
    public Options {
      if (value.isPresent() && filler.isPresent()) {
        throw new InvalidLayerException("give value or filler, but not both");
      }
    }
  }

  private final Options options;
  private final LayerContext context;
  private final Filling filling;
  private final StridedCopy copy;
  private final long key;
  private final float value;
  private CopyPlan plan = CopyPlan.nothing();
  private List<Tensor> filled = List.of();
  private boolean isFilled;

  @Inject
  ConstantLayer(Options options, LayerContext context, Backend backend) {
    this.options = options;
    this.context = context;
    filling = new Filling(backend.parallel());
    copy = new StridedCopy(backend.parallel());
    value = options.value().orElse(0f);
    key = context.random("filler").nextLong();
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    if (options.filler().isPresent()) {
      filled = List.of(context.tensor(options.shape()));
    }
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshape(options.shape());
    plan = new CopyPlan.Builder().axis(options.shape().count(), 1, 1).plan();
  }

  /** Writes the top each time: a layer above may have worked in place on it. */
  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    if (filled.isEmpty()) {
      filling.run(top.get(0).data().write(), value);
    } else {
      copy.run(plan, values(filled.get(0)).read(), top.get(0).data().write());
    }
  }

  private Tensor values(Tensor own) {
    if (!isFilled) {
      Filler filler = options.filler().orElseThrow();
      filler.fill(own.write(), options.shape(), new RandomStream(key));
      isFilled = true;
    }
    return own;
  }

  /** Does nothing: nothing is below. */
  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
}
