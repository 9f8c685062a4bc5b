package org.cortado.engine.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  private static Spread of(float... values) {
    return Spread.of(FloatBuffer.wrap(values)).orElseThrow();
  }

  @Test
  void countsValuesInBinsFromTheLeastToTheGreatest() {
    Spread spread = of(-1, 0, 0, 0.0625f, 2);
    assertThat(spread.min()).isEqualTo(-1);
    assertThat(spread.max()).isEqualTo(2);
    assertThat(spread.mean()).isEqualTo((-1 + 0.0625f + 2) / 5.0);
    assertThat(spread.zeros()).isEqualTo(2 / 5.0);
    assertThat(spread.counts()).hasSize(30);
    assertThat(spread.counts().get(0)).isEqualTo(1);
    assertThat(spread.counts().get(10)).isEqualTo(3);
    assertThat(spread.counts().get(29)).isEqualTo(1);
    assertThat(sum(spread.counts())).isEqualTo(5);
  }

  private static long sum(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void putsEqualValuesIntoOneBin() {
    assertThat(of(3, 3, 3).counts().get(0)).isEqualTo(3);
  }

  @Test
  void takesTheWidestRangeThatFloatsHave() {
    Spread spread = of(-Float.MAX_VALUE, Float.MAX_VALUE);
    assertThat(spread.counts().get(0)).isEqualTo(1);
    assertThat(spread.counts().get(29)).isEqualTo(1);
  }

  @Test
  void saysNothingOfValuesThatAreNoNumbers() {
    assertThat(Spread.of(FloatBuffer.wrap(new float[] {1, Float.NaN}))).isEmpty();
    assertThat(Spread.of(FloatBuffer.wrap(new float[] {1, Float.NEGATIVE_INFINITY}))).isEmpty();
    assertThat(Spread.of(FloatBuffer.allocate(0))).isEmpty();
  }
}
