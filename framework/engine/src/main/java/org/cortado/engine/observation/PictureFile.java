package org.cortado.engine.observation;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import org.cortado.api.blob.Shape;
import org.cortado.engine.format.Npy;

/** Keeps pictures as one array {@code [count x channels x height x width]}. */
final class PictureFile {

  private PictureFile() {}

  /** Writes pictures of one shape; nothing where there are none. */
  static void write(Path file, List<Mistake.Picture> pictures) {
    if (pictures.isEmpty() || pictures.get(0).shape().count() == 0) {
      return;
    }
    Shape one = pictures.get(0).shape();
    FloatBuffer all = FloatBuffer.allocate(pictures.size() * one.count());
    pictures.forEach(picture -> all.put(picture.values()));
    Npy.write(file, Shape.of(pictures.size(), one.dim(0), one.dim(1), one.dim(2)), all.flip());
  }
}
