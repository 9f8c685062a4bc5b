package org.cortado.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelsTest {

  private static List<BufferedImage> pictures(Shape shape, float... values) throws IOException {
    Tensor tensor = new Tensor(shape, new DirectMemory());
    tensor.write().put(0, values);
    List<BufferedImage> pictures = new ArrayList<>();
    for (String address : Pixels.addresses(tensor)) {
      assertThat(address).startsWith("data:image/png;base64,");
      byte[] bytes = Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
      pictures.add(ImageIO.read(new ByteArrayInputStream(bytes)));
    }
    return pictures;
  }

  private static int colour(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xffffff;
  }

  @Test
  void goesFromBlackToWhiteInEachPictureAlone() throws IOException {
    List<BufferedImage> pictures = pictures(Shape.of(2, 1, 2, 2), -1, 0, 0, 1, 10, 10, 10, 20);
    assertThat(pictures).hasSize(2);
    assertThat(colour(pictures.get(0), 0, 0)).isZero();
    assertThat(colour(pictures.get(0), 30, 0)).isEqualTo(0x808080);
    assertThat(colour(pictures.get(0), 55, 55)).isEqualTo(0xffffff);
    assertThat(colour(pictures.get(1), 30, 0)).isZero();
  }

  @Test
  void takesThreeChannelsForColours() throws IOException {
    BufferedImage picture =
        pictures(Shape.of(1, 3, 2, 2), 255, 0, 0, 0, 0, 0, 0, 0, 0, 51, 0, 0).get(0);
    assertThat(colour(picture, 0, 0)).isEqualTo(0xff0000);
    assertThat(colour(picture, 55, 0)).isEqualTo(0x000033);
  }

  @Test
  void enlargesByWholePointsUntilTheyCanBeSeen() throws IOException {
    BufferedImage picture = pictures(Shape.of(1, 1, 5, 3), new float[15]).get(0);
    assertThat(picture.getHeight()).isEqualTo(60);
    assertThat(picture.getWidth()).isEqualTo(36);
    assertThat(colour(picture, 0, 0)).isEqualTo(0x7f7f7f);
  }

  @ParameterizedTest
  @CsvSource({"1, 5, true", "3, 5, true", "2, 5, false", "1, 1, false"})
  void knowsPicturesByTheirShape(int channels, int size, boolean expected) {
    assertThat(Pixels.arePictures(Shape.of(20, channels, size, size))).isEqualTo(expected);
    assertThat(Pixels.arePictures(Shape.of(20, size))).isFalse();
  }
}
