package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/**
 * Sums a blob along some of its axes, or along all.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x} without the axes, or with size 1 for them where
 *       {@code keep_dims} says so; 0 where there is nothing to sum
 *   <li>backward: {@code dx} is the {@code dy} that its element went into
 *   <li>parameters: none
 * </ul>
 *
 * <p>Torch nn's Sum; {@link ReductionLayer} is Caffe's. Sums in double precision, in an order that
 * doesn't depend on the number of threads.
 */
@LayerType(
    name = "Sum",
    bottomNames = "x",
    topNames = "y",
    backwardReads = {})
@Help("sums along some axes, or along all")
public final class SumLayer extends ReducingLayer {

  @Inject
  SumLayer(AxesOptions options, Backend backend) {
    super(backend, new LinearSummary(1, false), options::of, options.keepDims());
  }
}
