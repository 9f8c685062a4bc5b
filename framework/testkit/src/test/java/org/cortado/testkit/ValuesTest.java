package org.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.cortado.api.random.RandomStream;
import org.junit.jupiter.api.Test;

class ValuesTest {

  private static float[] draw(Values values, int count) {
    return values.draw(count, new RandomStream(3));
  }

  @Test
  void drawsAnythingWithSomeZeros() {
    float[] drawn = draw(Values.anything(), 9);

    assertThat(drawn).contains(0);
    for (float value : drawn) {
      assertThat(value).isBetween(-2f, 2f);
    }
  }

  @Test
  void keepsApartWhatIsToBeCompared() {
    float[] drawn = draw(Values.distinct(), 100);
    float[] sorted = drawn.clone();
    Arrays.sort(sorted);

    assertThat(drawn).isNotEqualTo(sorted);
    for (int i = 1; i < sorted.length; i++) {
      assertThat(sorted[i] - sorted[i - 1]).isGreaterThan(0.09f);
    }
  }

  @Test
  void drawsEveryLabel() {
    assertThat(draw(Values.labels(3), 50)).containsOnly(0, 1, 2);
  }

  @Test
  void keepsAwayFrom0() {
    for (float value : draw(Values.nonZero(), 50)) {
      assertThat(Math.abs(value)).isBetween(0.5f, 2.5f);
    }
    for (float value : draw(Values.positive(), 50)) {
      assertThat(value).isBetween(0.5f, 2.5f);
    }
  }

  @Test
  void takesAsManyValuesAsThereAreElements() {
    assertThat(draw(Values.exactly(1, 2), 2)).containsExactly(1, 2);
    assertThatThrownBy(() -> draw(Values.exactly(1, 2), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a bottom of 3 elements can't hold the 2 values given");
  }
}
