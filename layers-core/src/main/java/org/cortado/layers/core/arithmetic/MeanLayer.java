package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Takes the mean of a blob along some of its axes, or along all.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x} without the axes, or with size 1 for them where
 *       {@code keep_dims} says so; 0 where there is nothing to take the mean of
 *   <li>backward: {@code dx = dy / n} of the {@code dy} that its element went into, {@code n} being
 *       the number of elements that go into each
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's Mean; {@link ReductionLayer} is Caffe's. Sums in double precision, in an order that
 * doesn't depend on the number of threads.
 */
@LayerType(
    name = "Mean",
    bottomNames = "x",
    topNames = "y",
    backwardReads = {})
@Help("takes the mean along some axes, or along all")
public final class MeanLayer extends ReducingLayer {

  @Inject
  MeanLayer(AxesOptions options, Backend backend) {
    super(backend, new LinearSummary(1, true), options::of, options.keepDims());
  }
}
