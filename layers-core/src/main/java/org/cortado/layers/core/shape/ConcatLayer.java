package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.Bottoms;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Joins its bottoms along one axis.
 *
 * <ul>
 *   <li>bottoms, {@code x_i}: one or more whose shapes differ in {@code axis} alone
 *   <li>top 0, {@code y}: {@code x_0}, then {@code x_1} and so on along {@code axis}
 *   <li>backward: {@code dx_i} is its part of {@code dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Concat, Torch nn's JoinTable.
 */
@LayerType(
    name = "Concat",
    maxBottoms = LayerType.ANY,
    bottomNames = "x",
    topNames = "y",
    backwardReads = {})
@Help("joins its bottoms along one axis")
public final class ConcatLayer implements Layer {

  /** What a net file says of a {@code Concat}. */
  public record Options(@Default("1") @Help("the axis to join along") int axis) {}

  private final Options options;
  private int axis;
  private int rows;
  private int rowLength;

  @Inject
  ConcatLayer(Options options) {
    this.options = options;
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape first = bottom.get(0).shape();
    axis = Bottoms.axis("axis", options.axis(), first);
    int joined = 0;
    for (int i = 0; i < bottom.size(); i++) {
      requireFits(i, bottom.get(i).shape(), first);
      joined += bottom.get(i).shape().dim(axis);
    }
    Shape output = first.with(axis, joined);
    top.get(0).reshape(output);
    rows = output.count(0, axis);
    rowLength = output.count(axis);
  }

  private void requireFits(int bottom, Shape shape, Shape first) {
    if (shape.axes() != first.axes() || !shape.with(axis, first.dim(axis)).equals(first)) {
      throw new InvalidLayerException(
          "bottom %d has the shape %s, but may differ from that of bottom 0, %s, in axis %d alone"
              .formatted(bottom, shape, first, axis));
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    FloatBuffer y = top.get(0).data().write();
    int at = 0;
    for (int i = 0; i < bottom.size(); i++) {
      FloatBuffer x = bottom.get(i).data().read();
      int length = bottom.get(i).shape().count(axis);
      for (int row = 0; row < rows; row++) {
        y.put(row * rowLength + at, x, row * length, length);
      }
      at += length;
    }
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    FloatBuffer dy = top.get(0).diff().read();
    int at = 0;
    for (int i = 0; i < bottom.size(); i++) {
      int length = bottom.get(i).shape().count(axis);
      if (propagateDown[i]) {
        FloatBuffer dx = bottom.get(i).diff().write();
        for (int row = 0; row < rows; row++) {
          dx.put(row * length, dy, row * rowLength + at, length);
        }
      }
      at += length;
    }
  }
}
