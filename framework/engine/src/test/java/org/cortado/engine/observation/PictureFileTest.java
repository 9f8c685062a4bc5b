package org.cortado.engine.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cortado.api.blob.Shape;
import org.cortado.engine.format.Npy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFileTest {

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void writePictures() {
    file = folder.resolve("mistakes.npy");
    PictureFile.write(file, List.of(picture(Shape.of(1, 2, 2)), picture(Shape.of(1, 2, 2))));
  }

  private static Mistake.Picture picture(Shape shape) {
    return new Mistake.Picture(shape, new float[shape.count()]);
  }

  @Test
  void holdsAllPicturesAsOneArray() {
    assertThat(Npy.shape(file)).isEqualTo(Shape.of(2, 1, 2, 2));
  }

  @Test
  void keepsNoPicturesOfAnEarlierEndWhereNoMistakesAreLeft() {
    PictureFile.write(file, List.of());
    assertThat(file).doesNotExist();
    PictureFile.write(file, List.of());
    assertThat(file).doesNotExist();
  }

  @Test
  void keepsNoPicturesOfAnEarlierEndWhereMistakesHaveNone() {
    PictureFile.write(file, List.of(picture(Shape.of(0))));
    assertThat(file).doesNotExist();
  }
}
