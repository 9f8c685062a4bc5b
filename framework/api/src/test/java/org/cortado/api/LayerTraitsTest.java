package org.cortado.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayerTraitsTest {

  @LayerType(
      name = "Declared",
      noGradient = {1, -1})
  private static final class Declared {}

  private static boolean takesGradient(int bottom, int bottoms) {
    LayerType type = Declared.class.getAnnotation(LayerType.class);
    return LayerTraits.takesGradient(type, bottom, bottoms);
  }

  @Test
  void countsBottomsWithoutGradientFromEitherEnd() {
    assertThat(takesGradient(0, 4)).isTrue();
    assertThat(takesGradient(1, 4)).isFalse();
    assertThat(takesGradient(2, 4)).isTrue();
    assertThat(takesGradient(3, 4)).isFalse();
    assertThat(takesGradient(0, 1)).isFalse();
  }
}
