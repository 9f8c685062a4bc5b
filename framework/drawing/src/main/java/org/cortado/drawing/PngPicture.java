package org.cortado.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** Writes a picture as pixels. */
final class PngPicture {

  private static final double SCALE = 2;
  private static final double MOST_PIXELS = 60e6;

  private PngPicture() {}

  static void write(Picture picture, OutputStream to) throws IOException {
    double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / picture.width() / picture.height()));
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(scale * picture.width()),
            (int) Math.ceil(scale * picture.height()),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(scale, scale);
    new Painter(graphics).paint(picture);
    graphics.dispose();
    ImageIO.write(image, "png", to);
  }
}
