package org.cortado.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** Makes pictures of numbers: the least of each picture becomes black, the greatest white. */
final class Pixels {

  /** Small pictures are enlarged to so many points at least. */
  private static final int LEAST_SIZE = 56;

  private static final int WHITE = 255;

  private final FloatBuffer values;
  private final int channels;
  private final int height;
  private final int width;

  private Pixels(Tensor images) {
    Shape shape = images.shape();
    values = images.read();
    channels = shape.dim(1);
    height = shape.dim(2);
    width = shape.dim(3);
  }

  /** Returns whether an array is pictures: {@code [count x 1|3 x height x width]}. */
  static boolean arePictures(Shape shape) {
    return shape.axes() == 4
        && shape.dim(0) > 0
        && (shape.dim(1) == 1 || shape.dim(1) == 3)
        && shape.dim(2) > 1
        && shape.dim(3) > 1;
  }

  /** Returns the pictures of an array as addresses that hold them whole. */
  static List<String> addresses(Tensor images) {
    Pixels pixels = new Pixels(images);
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < images.shape().dim(0); i++) {
      addresses.add(pixels.address(i));
    }
    return addresses;
  }

  private String address(int picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image(picture), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("can't make a picture", e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private BufferedImage image(int picture) {
    int scale = Math.max(1, -Math.floorDiv(-LEAST_SIZE, Math.max(width, height)));
    Range range = range(picture);
    BufferedImage image =
        new BufferedImage(scale * width, scale * height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, colour(picture, y / scale, x / scale, range));
      }
    }
    return image;
  }

  private record Range(float min, float max) {

    /** Values that are all the same are grey. */
    int level(float value) {
      return max > min ? Math.round(WHITE * (value - min) / (max - min)) : WHITE / 2;
    }
  }

  private Range range(int picture) {
    int count = channels * height * width;
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (int i = picture * count; i < (picture + 1) * count; i++) {
      min = Math.min(min, values.get(i));
      max = Math.max(max, values.get(i));
    }
    return new Range(min, max);
  }

  private int colour(int picture, int y, int x, Range range) {
    int colour = 0;
    for (int band = 0; band < 3; band++) {
      int channel = Math.min(band, channels - 1);
      int at = ((picture * channels + channel) * height + y) * width + x;
      colour = colour << Byte.SIZE | range.level(values.get(at));
    }
    return colour;
  }
}
