package org.cortado.layers.core.vision;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Pooling;
import org.cortado.api.backend.Prepared;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.window.ReceptiveField;
import org.cortado.api.window.WindowAverage;
import org.cortado.api.window.WindowMaximum;
import org.cortado.api.window.WindowSpans;

/**
 * Pools images of any size to one size: the {@code i}th window along an axis reaches from {@code
 * ⌊i·in/out⌋} to before {@code ⌈(i+1)·in/out⌉}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [N x channels x spatial…]}, no spatial axis empty
 *   <li>top 0, {@code y}: {@code [N x channels x output_size…]}
 *   <li>backward: {@code max} hands {@code dy} to the window's greatest element, the first of equal
 *       ones; {@code ave} spreads it evenly; windows that overlap add
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch's SpatialAdaptiveMaxPooling and SpatialAdaptiveAveragePooling, over any number of
 * spatial axes; Caffe has none.
 */
@LayerType(
    name = "AdaptivePooling",
    bottomNames = "x",
    topNames = "y",
    backwardReads = {})
@Help("pools images of any size to one size")
public final class AdaptivePoolingLayer implements Layer {

  /** Which number stands for a window. */
  public enum Method {
    /** The greatest. */
    MAX,
    /** The mean. */
    AVE
  }

  /** What a net file says of an {@code AdaptivePooling}. */
  public record Options(
      @Range(min = 1) @Help("the size of the top; one number, or one a spatial axis")
          List<Integer> outputSize,
      @Default("max") @Help("max for the greatest number of a window, ave for the mean")
          Method pool) {

    /** Refuses what no input shape could make right. */
    public Options {
      outputSize = List.copyOf(outputSize);
      if (outputSize.isEmpty()) {
        throw new InvalidLayerException("output_size is missing; give a number of at least 1");
      }
    }

    private List<Integer> sizes(int axes) {
      return SpatialOption.of("output_size", outputSize, Optional.empty(), Optional.empty())
          .resolve(axes, 1);
    }
  }

  private final Options options;
  private final Parallel parallel;
  private final Prepared<Shape, Pooling> prepared;

  @Inject
  AdaptivePoolingLayer(Options options, Backend backend) {
    this.options = options;
    parallel = backend.parallel();
    prepared = new Prepared<>(this::prepare, Pooling::close);
  }

  private Pooling prepare(Shape input) {
    List<WindowSpans> spans = new ArrayList<>();
    List<Integer> sizes = options.sizes(input.axes() - 2);
    for (int i = 0; i < sizes.size(); i++) {
      spans.add(WindowSpans.sharing(input.dim(2 + i), sizes.get(i)));
    }
    int planes = input.count(0, 2);
    return switch (options.pool()) {
      case MAX -> new WindowMaximum(planes, spans, parallel);
      case AVE -> new WindowAverage(planes, spans, parallel);
    };
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape input = bottom.get(0).shape();
    Images.requirePixels(input);
    List<Integer> dims = new ArrayList<>(input.dims().subList(0, 2));
    dims.addAll(options.sizes(input.axes() - 2));
    top.get(0).reshape(Shape.of(dims));
    prepared.prepare(input);
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    prepared.operation().forward(bottom.get(0).data(), top.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      prepared.operation().backward(top.get(0).diff(), bottom.get(0).diff());
    }
  }

  @Override
  public ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    Shape input = bottom.get(0).shape();
    List<Integer> sizes = options.sizes(input.axes() - 2);
    if (sizes.stream().allMatch(size -> size == 1)) {
      return ReceptiveField.WHOLE;
    }
    List<ReceptiveField.Axis> axes = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      axes.add(WindowSpans.sharing(input.dim(2 + i), sizes.get(i)).receptiveField());
    }
    return ReceptiveField.along(axes);
  }

  @Override
  public void close() {
    prepared.close();
  }
}
