package org.cortado.layers.core.data;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.filler.ConstantFiller;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.Help;
import org.cortado.api.random.RandomStream;

/**
 * Fills its tops with what fillers make.
 *
 * <ul>
 *   <li>tops: {@code shape}, one for all or one for each
 *   <li>backward: none
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's DummyData, but that a constant is written each time, too: it holds even where a later
 * layer works in place. What a random filler draws is a function of the iteration.
 */
@LayerType(
    name = "DummyData",
    bottoms = 0,
    maxTops = LayerType.ANY,
    backwardReads = {},
    differentiable = false)
@Help("fills its tops with what fillers make")
public final class DummyDataLayer implements Layer {

  /** What a net file says of a {@code DummyData}. */
  public record Options(
      @Help("the shapes of the tops, one for all or one for each") List<Shape> shape,
      @Help("the fillers of the tops, one for all or one for each; zeros if none are given")
          List<Filler> dataFiller) {

    /** Refuses a layer without shapes. */
    public Options {
      shape = List.copyOf(shape);
      dataFiller = dataFiller.isEmpty() ? List.of(new ConstantFiller(0)) : List.copyOf(dataFiller);
      if (shape.isEmpty()) {
        throw new InvalidLayerException("give a shape for all tops, or one for each");
      }
    }
  }

  private final PerTop<Shape> shapes;
  private final PerTop<Filler> fillers;
  private final LayerContext context;
  private List<RandomStream> sources = List.of();

  @Inject
  DummyDataLayer(Options options, LayerContext context) {
    shapes = new PerTop<>("shape", options.shape());
    fillers = new PerTop<>("data_filler", options.dataFiller());
    this.context = context;
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    shapes.requireFit(top.size());
    fillers.requireFit(top.size());
    sources = IntStream.range(0, top.size()).mapToObj(i -> context.random("top " + i)).toList();
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    for (int i = 0; i < top.size(); i++) {
      top.get(i).reshape(shapes.get(i));
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    for (int i = 0; i < top.size(); i++) {
      RandomStream random = sources.get(i);
      random.restart();
      fillers.get(i).fill(top.get(i).data().write(), shapes.get(i), random);
    }
  }

  /** Does nothing: nothing is below. */
  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
}
