package org.cortado.layers.core.data;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.DataException;
import org.cortado.api.blob.Shape;

/** The images of one IDX file and, where there is one, the labels of another. */
final class IdxSource implements Source {

  private static final float AS_THEY_ARE = 1;

  private final List<IdxFile> files = new ArrayList<>();
  private final List<Shape> itemShapes;
  private final float scale;

  /** Opens the files. */
  IdxSource(IdxOptions options) {
    scale = options.scale();
    files.add(IdxFile.open(options.images()));
    options.labels().ifPresent(path -> files.add(IdxFile.open(path)));
    if (files.size() > 1) {
      requireLabels(files.get(0), files.get(1));
    }
    itemShapes = files.stream().map(file -> itemShape(file.shape())).toList();
  }

  private static void requireLabels(IdxFile images, IdxFile labels) {
    if (labels.shape().axes() != 1) {
      throw new DataException(
          "'%s' has the shape %s, but labels must have one axis"
              .formatted(labels.path(), labels.shape()));
    }
    if (labels.itemCount() != images.itemCount()) {
      throw new DataException(
          "'%s' has %d images, but '%s' %d labels"
              .formatted(images.path(), images.itemCount(), labels.path(), labels.itemCount()));
    }
  }

  /** Returns the shape without its first axis; {@code [H x W]} becomes {@code [1 x H x W]}. */
  private static Shape itemShape(Shape shape) {
    List<Integer> dims = new ArrayList<>(shape.dims().subList(1, shape.axes()));
    if (dims.size() == 2) {
      dims.add(0, 1);
    }
    return Shape.of(dims);
  }

  @Override
  public int itemCount() {
    return files.get(0).itemCount();
  }

  @Override
  public Shape itemShape(int top) {
    return itemShapes.get(top);
  }

  @Override
  public void load() {
    files.forEach(IdxFile::load);
  }

  @Override
  public void copy(int top, int item, float[] to, int at) {
    files.get(top).copy(item, top == 0 ? scale : AS_THEY_ARE, to, at);
  }
}
