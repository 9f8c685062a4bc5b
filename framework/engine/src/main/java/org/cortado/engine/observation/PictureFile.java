package org.cortado.engine.observation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cortado.api.blob.Shape;
import org.cortado.engine.format.Npy;
import org.cortado.engine.format.Reason;

/** Keeps pictures as one array {@code [count x channels x height x width]}. */
final class PictureFile {

  private PictureFile() {}

  /** Writes pictures of one shape; where there are none, no file stays that held others. */
  static void write(Path file, List<Mistake.Picture> pictures) {
    if (pictures.isEmpty() || pictures.get(0).shape().count() == 0) {
      delete(file);
      return;
    }
    Shape one = pictures.get(0).shape();
    FloatBuffer all = FloatBuffer.allocate(pictures.size() * one.count());
    pictures.forEach(picture -> all.put(picture.values()));
    Npy.write(file, Shape.of(pictures.size(), one.dim(0), one.dim(1), one.dim(2)), all.flip());
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("can't delete " + file + ": " + Reason.of(e), e);
    }
  }
}
