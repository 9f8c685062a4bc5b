package org.cortado.layers.core.vision;

import jakarta.inject.Inject;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Pooling;
import org.cortado.api.backend.Prepared;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;
import org.cortado.api.random.RandomStream;
import org.cortado.api.window.ReceptiveField;
import org.cortado.api.window.WindowAxis;
import org.cortado.api.window.WindowMaximum;

/**
 * Puts one number of each window of an image, or the mean, in the window's place.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [N x channels x spatial…]}
 *   <li>top 0, {@code y}: {@code [N x channels x spatial…]}, each spatial size being {@code (in +
 *       2·pad − kernel) / stride + 1}, rounded up or down, and one less where the last window would
 *       begin beyond the image; without padding Caffe takes that one in, which is empty and whose
 *       number is none
 *   <li>top 1, {@code mask}, for {@code max} and if it is asked for: the shape of {@code y}; which
 *       element of its plane of {@code x} the greatest is, counted from 0 row by row
 *   <li>backward: {@code max} hands {@code dy} to the window's greatest element, the first of equal
 *       ones; {@code ave} spreads it evenly; {@code stochastic} hands it to the chosen element;
 *       windows that overlap add. {@code mask} takes no gradient
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Pooling, over any number of spatial axes where Caffe has two. As there, {@code ave}
 * divides by the number of the window's cells in the image and its padding, unless {@code
 * count_include_pad} is false.
 *
 * <p>{@code stochastic} chooses an element with a probability in proportion to its value (Zeiler
 * and Fergus 2013); in the test phase it gives the mean of what it would choose, {@code Σx² / Σx},
 * with that one's gradient, where Caffe has none. Elements that are not above 0 are never chosen,
 * and a window without others gives 0 and takes no gradient; Caffe gives its first element one.
 */
@LayerType(
    name = "Pooling",
    maxTops = 2,
    bottomNames = "x",
    topNames = {"y", "mask"},
    noGradientTops = 1,
    backwardReads = {})
@Help("puts the greatest number, the mean or any number of each window in its place")
public final class PoolingLayer implements Layer {

  /** Beyond it a float can't tell one element from the next. */
  private static final int MOST_PLACES = 1 << 24;

  private final PoolingOptions options;
  private final Prepared<Pooling.Spec, Pooling> prepared;
  private final Prepared<Pooling.Spec, WindowMaximum> masked;

  @Inject
  PoolingLayer(PoolingOptions options, LayerContext context, Backend backend) {
    this.options = options;
    prepared = prepared(options.pool(), context, backend, "cells");
    masked =
        new Prepared<>(spec -> new WindowMaximum(spec, backend.parallel()), WindowMaximum::close);
  }

  /**
   * Returns what pools by a method.
   *
   * @param purpose tells random numbers apart that a layer uses
   */
  static Prepared<Pooling.Spec, Pooling> prepared(
      PoolingMethod method, LayerContext context, Backend backend, String purpose) {
    if (method != PoolingMethod.STOCHASTIC) {
      return new Prepared<>(backend::pooling, Pooling::close);
    }
    if (context.phase() != Phase.TRAIN) {
      return new Prepared<>(spec -> new ExpectedPooling(spec, backend.parallel()), Pooling::close);
    }
    RandomStream random = context.random(purpose);
    return new Prepared<>(
        spec -> new StochasticPooling(spec, random, backend.parallel()), Pooling::close);
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    if (top.size() > 1 && options.pool() != PoolingMethod.MAX) {
      throw new InvalidLayerException("a second top, the mask, goes with pool max alone");
    }
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape input = bottom.get(0).shape();
    Images.requirePixels(input);
    Pooling.Spec spec = options.spec(input);
    requireRoom(spec);
    for (int i = 0; i < top.size(); i++) {
      top.get(i).reshape(spec.output());
    }
    if (top.size() == 1) {
      prepared.prepare(spec);
    } else {
      requirePlaces(input);
      masked.prepare(spec);
    }
  }

  private static void requirePlaces(Shape input) {
    if (input.count(2) > MOST_PLACES) {
      throw new InvalidLayerException(
          "a mask can tell %d elements of a plane apart, but the bottom is %s"
              .formatted(MOST_PLACES, input));
    }
  }

  private static void requireRoom(Pooling.Spec spec) {
    for (int i = 0; i < spec.spatialAxes(); i++) {
      if (spec.outputSize(i) < 1) {
        throw new InvalidLayerException(
            "a window of %d is larger than axis %d of the bottom %s with pad %d"
                .formatted(spec.kernel().get(i), 2 + i, spec.input(), spec.pad().get(i)));
      }
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    pooling(top).forward(bottom.get(0).data(), top.get(0).data());
    if (top.size() > 1) {
      masked.operation().writePlaces(top.get(1).data());
    }
  }

  /** The mask is found in plain Java: libraries keep their places to themselves. */
  private Pooling pooling(List<Blob> top) {
    return top.size() > 1 ? masked.operation() : prepared.operation();
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      pooling(top).backward(top.get(0).diff(), bottom.get(0).diff());
    }
  }

  @Override
  public ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    return options.globalPooling()
        ? ReceptiveField.WHOLE
        : ReceptiveField.of(WindowAxis.of(options.spec(bottom.get(0).shape())));
  }

  @Override
  public void close() {
    prepared.close();
    masked.close();
  }
}
