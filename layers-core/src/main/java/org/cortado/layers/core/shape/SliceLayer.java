package org.cortado.layers.core.shape;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.ArrayList;
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
 * Takes its bottom apart along one axis.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape that has the axis
 *   <li>tops, {@code y_i}: the parts of {@code x} between one slice point and the next; parts of
 *       one size if no points are given
 *   <li>backward: {@code dx} is the {@code dy_i} joined
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Slice, the inverse of Concat. A single top is a copy, where Caffe shares the memory.
 * Without points an axis of size 0 gives tops of size 0.
 */
@LayerType(
    name = "Slice",
    maxTops = LayerType.ANY,
    bottomNames = "x",
    topNames = "y",
    backwardReads = {})
@Help("takes its bottom apart along one axis")
public final class SliceLayer implements Layer {

  private static final int DEFAULT_AXIS = 1;

  /** What a net file says of a {@code Slice}. */
  public record Options(
      @Default("1") @Help("the axis to cut") int axis,
      @Range(min = 1)
          @Help("where each top but the first begins along the axis; even parts if none is given")
          List<Integer> slicePoint,
      @Range(min = 0) @Help("an old name of axis, for old Caffe nets") Optional<Integer> sliceDim) {

    /** Refuses two axes, and points that are not in order. */
    public Options {
      slicePoint = List.copyOf(slicePoint);
      if (sliceDim.isPresent() && axis != DEFAULT_AXIS) {
        throw new InvalidLayerException("give axis or slice_dim, but not both");
      }
      for (int i = 1; i < slicePoint.size(); i++) {
        if (slicePoint.get(i) <= slicePoint.get(i - 1)) {
          throw new InvalidLayerException("slice_point %s must increase".formatted(slicePoint));
        }
      }
    }
  }

  private final int givenAxis;
  private final List<Integer> points;
  private final Joint joint;

  @Inject
  SliceLayer(Options options, Backend backend) {
    givenAxis = options.sliceDim().orElse(options.axis());
    points = options.slicePoint();
    joint = new Joint(backend.parallel());
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape whole = bottom.get(0).shape();
    int axis = Bottoms.axis("axis", givenAxis, whole);
    List<Integer> ends = points.isEmpty() ? evenly(whole, axis, top.size()) : given(whole, axis);
    requireOneTopEach(ends.size(), top.size());
    int begin = 0;
    for (int i = 0; i < top.size(); i++) {
      top.get(i).reshape(whole.with(axis, ends.get(i) - begin));
      begin = ends.get(i);
    }
    joint.reshape(whole, top, axis);
  }

  private static List<Integer> evenly(Shape whole, int axis, int tops) {
    int size = whole.dim(axis);
    if (size % tops != 0) {
      throw new InvalidLayerException(
          "axis %d of the bottom %s can't be cut into %d parts of one size; give slice_point"
              .formatted(axis, whole, tops));
    }
    List<Integer> ends = new ArrayList<>();
    for (int top = 1; top <= tops; top++) {
      ends.add(size / tops * top);
    }
    return ends;
  }

  private List<Integer> given(Shape whole, int axis) {
    int last = points.get(points.size() - 1);
    if (last >= whole.dim(axis)) {
      throw new InvalidLayerException(
          "slice_point has %d, but must be inside axis %d of the bottom %s"
              .formatted(last, axis, whole));
    }
    List<Integer> ends = new ArrayList<>(points);
    ends.add(whole.dim(axis));
    return ends;
  }

  private void requireOneTopEach(int parts, int tops) {
    if (parts != tops) {
      throw new InvalidLayerException(
          "slice_point %s makes %d parts, but there are %d tops".formatted(points, parts, tops));
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    FloatBuffer x = bottom.get(0).data().read();
    for (int i = 0; i < top.size(); i++) {
      joint.scatter(i, x, top.get(i).data().write());
    }
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      FloatBuffer dx = bottom.get(0).diff().write();
      for (int i = 0; i < top.size(); i++) {
        joint.gather(i, top.get(i).diff().read(), dx);
      }
    }
  }
}
