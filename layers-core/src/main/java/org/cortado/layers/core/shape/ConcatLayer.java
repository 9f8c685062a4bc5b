package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.cortado.api.Bottoms;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

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
 * <p>Caffe's Concat, Torch nn's JoinTable. A single bottom is copied, where Caffe shares its
 * memory.
 */
@LayerType(
    name = "Concat",
    maxBottoms = LayerType.ANY,
    bottomNames = "x",
    topNames = "y",
    backwardReads = {})
@Help("joins its bottoms along one axis")
public final class ConcatLayer implements Layer {

  private static final int DEFAULT_AXIS = 1;

  /** What a net file says of a {@code Concat}. */
  public record Options(
      @Default("1") @Help("the axis to join along") int axis,
      @Range(min = 0) @Help("an old name of axis, for old Caffe nets")
          Optional<Integer> concatDim) {

    /** Refuses two axes. */
    public Options {
      if (concatDim.isPresent() && axis != DEFAULT_AXIS) {
        throw new InvalidLayerException("give axis or concat_dim, but not both");
      }
    }
  }

  private final int givenAxis;
  private final Joint joint;

  @Inject
  ConcatLayer(Options options, Backend backend) {
    givenAxis = options.concatDim().orElse(options.axis());
    joint = new Joint(backend.parallel());
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape first = bottom.get(0).shape();
    int axis = Bottoms.axis("axis", givenAxis, first);
    long joined = 0;
    for (int i = 0; i < bottom.size(); i++) {
      requireFits(i, bottom.get(i).shape(), first, axis);
      joined += bottom.get(i).shape().dim(axis);
    }
    if (joined > Integer.MAX_VALUE) {
      throw new InvalidLayerException(
          "axis %d of the top would have the size %d, but may have at most %d"
              .formatted(axis, joined, Integer.MAX_VALUE));
    }
    top.get(0).reshape(first.with(axis, (int) joined));
    joint.reshape(top.get(0).shape(), bottom, axis);
  }

  private static void requireFits(int bottom, Shape shape, Shape first, int axis) {
    if (shape.axes() != first.axes() || !shape.with(axis, first.dim(axis)).equals(first)) {
      throw new InvalidLayerException(
          "bottom %d has the shape %s, but may differ from that of bottom 0, %s, in axis %d alone"
              .formatted(bottom, shape, first, axis));
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    FloatBuffer y = top.get(0).data().write();
    for (int i = 0; i < bottom.size(); i++) {
      joint.gather(i, bottom.get(i).data().read(), y);
    }
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    FloatBuffer dy = top.get(0).diff().read();
    for (int i = 0; i < bottom.size(); i++) {
      if (propagateDown[i]) {
        joint.scatter(i, dy, bottom.get(i).diff().write());
      }
    }
  }
}
