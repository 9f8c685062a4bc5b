package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class TileLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case tile = layer("Tile");
    return Stream.of(
        tile.option("tiles", 1).bottom(2, 3),
        tile.option("tiles", 3).bottom(2, 3, 2),
        tile.option("tiles", 2).option("axis", 0).bottom(2, 3),
        tile.option("tiles", 2).option("axis", -1).bottom(2, 1),
        tile.option("tiles", 2).bottom(1, 1029),
        tile.option("tiles", 3000).bottom(2, 1));
  }

  private static Blob x() {
    return blob(Shape.of(2, 2), 1, 2, 3, 4);
  }

  @Test
  void repeatsAlongTheAxis() {
    try (TestLayer tile = make("Tile", options("tiles", 2), x())) {
      tile.forward();
      assertThat(tile.topShape(0)).isEqualTo(Shape.of(2, 4));
      assertThat(tile.top(0)).containsExactly(1f, 2f, 1f, 2f, 3f, 4f, 3f, 4f);
    }
  }

  @Test
  void sumsTheGradients() {
    try (TestLayer tile = make("Tile", options("tiles", 2, "axis", 0), x())) {
      tile.forward();
      tile.backward(1, 2, 3, 4, 10, 20, 30, 40);
      assertThat(tile.bottomDiff(0)).containsExactly(11f, 22f, 33f, 44f);
    }
  }

  @Test
  void sumsInDoublePrecision() {
    try (TestLayer tile = make("Tile", options("tiles", 3, "axis", 0), blob(1, 1))) {
      tile.forward();
      tile.backward(1e8, 1, 1, 2, -1e8, 3);
      assertThat(tile.bottomDiff(0)).containsExactly(1f, 6f);
    }
    try (TestLayer tile = make("Tile", options("tiles", 3, "axis", 0), blob(1))) {
      tile.forward();
      tile.backward(1e8, 1, -1e8);
      assertThat(tile.bottomDiff(0)).containsExactly(1f);
    }
  }

  @Test
  void takesAnEmptyBatch() {
    try (TestLayer tile = make("Tile", options("tiles", 2), blob(Shape.of(0, 2)))) {
      tile.forward();
      assertThat(tile.topShape(0)).isEqualTo(Shape.of(0, 4));
      tile.backward();
      assertThat(tile.bottomDiff(0)).isEmpty();
    }
  }

  @Test
  void refusesWhatThereIsNot() {
    assertThat(refusal("Tile", options("tiles", 0), x())).startsWith("tiles must be at least 1");
    assertThat(refusal("Tile", options("tiles", 2, "axis", 2), x()))
        .isEqualTo("axis is 2, but the bottom [2x2] has 2 axes");
    Blob long0 = new Blob(Shape.of(0, 1 << 30), new NoMemory());
    assertThat(refusal("Tile", options("tiles", 2), long0))
        .isEqualTo(
            "axis 1 of the top would have the size 2147483648, but may have at most 2147483647");
  }
}
