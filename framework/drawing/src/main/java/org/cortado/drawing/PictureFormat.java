package org.cortado.drawing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a picture can be written as. */
public enum PictureFormat {
  /** Lines and text that can be enlarged at will. */
  SVG {
    @Override
    void write(Picture picture, OutputStream to) throws IOException {
      SvgPicture.write(picture, to);
    }
  },

  /** Pixels, two to a point where there aren't too many. */
  PNG {
    @Override
    void write(Picture picture, OutputStream to) throws IOException {
      PngPicture.write(picture, to);
    }
  };

  /** Returns the format that a file's ending tells, if it is one of these. */
  public static Optional<PictureFormat> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> name.endsWith(format.ending())).findFirst();
  }

  /** Returns {@code .svg} or {@code .png}. */
  public String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  abstract void write(Picture picture, OutputStream to) throws IOException;
}
