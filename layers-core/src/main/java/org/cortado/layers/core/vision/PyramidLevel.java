package org.cortado.layers.core.vision;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerContext;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Pooling;
import org.cortado.api.backend.Prepared;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** One level of an {@link SPPLayer}: a pooling, and its part of the row. */
final class PyramidLevel {

  private final int level;
  private final Prepared<Pooling.Spec, Pooling> prepared;
  private final Tensor pooled;
  private final Tensor gradient;

  PyramidLevel(int level, PoolingMethod method, LayerContext context, Backend backend) {
    this.level = level;
    prepared = PoolingLayer.prepared(method, context, backend, "cells of level " + level);
    pooled = context.tensor(Shape.of(0));
    gradient = context.tensor(Shape.of(0));
  }

  void reshape(Shape input, PoolingMethod method) {
    List<Integer> kernel = new ArrayList<>();
    List<Integer> pad = new ArrayList<>();
    long bins = 1L << level;
    for (int axis = 2; axis < input.axes(); axis++) {
      int in = input.dim(axis);
      long size = (in + bins - 1) / bins;
      long padding = (size * bins - in + 1) / 2;
      if (padding >= size) {
        throw new InvalidLayerException(
            "level %d of the pyramid has %d windows, too many for axis %d of the bottom %s"
                .formatted(level, bins, axis, input));
      }
      kernel.add((int) size);
      pad.add((int) padding);
    }
    Pooling.Method way = method.inBackend(true);
    var spec = new Pooling.Spec(input, way, kernel, kernel, pad, Pooling.Rounding.CEIL);
    pooled.reshape(spec.output());
    gradient.reshape(spec.output());
    prepared.prepare(spec);
  }

  /** Returns the elements of this level in a row. */
  int length() {
    return pooled.shape().count(1);
  }

  /** Pools images and puts the windows of each into its row, from an element on. */
  void forward(Tensor x, Tensor y, int from) {
    prepared.operation().forward(x, pooled);
    FloatBuffer windows = pooled.read();
    FloatBuffer rows = from == 0 ? y.write() : y.update();
    for (int image = 0; image < pooled.shape().dim(0); image++) {
      rows.put(image * y.shape().dim(1) + from, windows, image * length(), length());
    }
  }

  /** Overwrites {@code dx} with the gradient of what is in the rows from an element on. */
  void backward(Tensor dy, int from, Tensor dx) {
    FloatBuffer rows = dy.read();
    FloatBuffer windows = gradient.write();
    for (int image = 0; image < gradient.shape().dim(0); image++) {
      windows.put(image * length(), rows, image * dy.shape().dim(1) + from, length());
    }
    prepared.operation().backward(gradient, dx);
  }

  void close() {
    prepared.close();
  }
}
