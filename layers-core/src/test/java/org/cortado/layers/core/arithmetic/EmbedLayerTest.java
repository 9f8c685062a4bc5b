package org.cortado.layers.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.cortado.testkit.Values;
import org.junit.jupiter.api.Test;

class EmbedLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case embed = layer("Embed").option("num_output", 3).option("input_dim", 5);
    return Stream.of(
        embed.bottom(Values.labels(5), 4),
        embed.bottom(Values.labels(5), 2, 3),
        embed.bottom(Values.labels(5)),
        embed.option("bias_term", false).bottom(Values.labels(5), 7, 1),
        layer("Embed").option("num_output", 1).option("input_dim", 1).bottom(Values.labels(1), 2));
  }

  private static TestLayer embed(Blob indices) {
    return make("Embed", options("num_output", 2, "input_dim", 3), indices);
  }

  @Test
  void looksUpRows() {
    try (TestLayer embed = embed(blob(Shape.of(1, 3), 2, 0, 2))) {
      embed.setParameter(0, 1, 2, 3, 4, 5, 6);
      embed.setParameter(1, 10, 20);
      embed.forward();
      assertThat(embed.topShape(0)).isEqualTo(Shape.of(1, 3, 2));
      assertThat(embed.top(0)).containsExactly(15f, 26f, 11f, 22f, 15f, 26f);
      embed.backward(1, 2, 3, 4, 5, 6);
      assertThat(embed.parameterDiff(0)).containsExactly(3f, 4f, 0f, 0f, 6f, 8f);
      assertThat(embed.parameterDiff(1)).containsExactly(9f, 12f);
    }
  }

  @Test
  void takesAnEmptyBatch() {
    try (TestLayer embed = embed(blob(Shape.of(0, 2)))) {
      embed.forward();
      assertThat(embed.topShape(0)).isEqualTo(Shape.of(0, 2, 2));
      embed.backward();
      assertThat(embed.parameterDiff(0)).containsOnly(0f);
    }
  }

  @Test
  void saysWhichIndexIsOutOfRange() {
    String wanted = " of the bottom [2x2] must be a whole number from 0 to 2";
    assertThat(indexRefusal(0, 1, 3, 0)).isEqualTo("index 3 at [1, 0]" + wanted);
    assertThat(indexRefusal(0, -1, 3, 0)).isEqualTo("index -1 at [0, 1]" + wanted);
    assertThat(indexRefusal(0.5, 1, 3, 0)).isEqualTo("index 0.5 at [0, 0]" + wanted);
    assertThat(indexRefusal(0, 1, 2, Double.NaN)).isEqualTo("index NaN at [1, 1]" + wanted);
  }

  private static String indexRefusal(double... indices) {
    var options = options("num_output", 2, "input_dim", 3);
    return refusal("Embed", options, blob(Shape.of(2, 2), indices));
  }

  @Test
  void refusesToHaveNoRows() {
    assertThat(refusal("Embed", options("num_output", 2, "input_dim", 0), blob(0)))
        .contains("input_dim must be at least 1, but is 0");
    assertThat(refusal("Embed", options("num_output", 0, "input_dim", 2), blob(0)))
        .contains("num_output must be at least 1, but is 0");
  }
}
