package org.cortado.layers.core.data;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.Help;
import org.cortado.api.random.RandomStream;

/**
 * Fills its tops with what fillers make.
 *
 * <ul>
 *   <li>tops: {@code shape}, one for all or one for each; or {@code [num x channels x height x
 *       width]}, each of these one for all or one for each
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

  private final DummyDataOptions options;
  private final LayerContext context;
  private List<Shape> shapes = List.of();
  private List<Filler> fillers = List.of();
  private List<RandomStream> sources = List.of();

  @Inject
  DummyDataLayer(DummyDataOptions options, LayerContext context) {
    this.options = options;
    this.context = context;
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    shapes = options.shapes(top.size());
    fillers = options.fillers(top.size());
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
