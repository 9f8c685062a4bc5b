package org.cortado.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Shape;
import org.cortado.engine.net.Parameter;
import org.cortado.engine.portable.PortableBackendFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {

  private static final Memory MEMORY = new PortableBackendFactory().create(1).memory();

  private static final int COUNT = 8 * 1024 + 3;

  private final Blob blob = new Blob(Shape.of(COUNT), MEMORY);
  private final Parameter learned = new Parameter("ip", 0, blob, 1, 1);

  @Test
  void findsNothingWrongWithLargeAndSmallNumbers() {
    blob.diff().write().put(5, Float.MAX_VALUE).put(6, -Float.MAX_VALUE).put(7, Float.MIN_VALUE);
    assertThat(new GradientCheck(List.of(learned)).firstWrong()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4095, 4096, 8191, 8192, 8193, 8194})
  void findsOneWrongNumberWhereverItIs(int index) {
    for (float wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      blob.diff().write().put(index, wrong);
      assertThat(new GradientCheck(List.of(learned)).firstWrong()).contains(learned);
    }
  }

  @Test
  void passesOverWhatDoesNotLearn() {
    blob.diff().write().put(0, Float.NaN);
    Parameter frozen = new Parameter("ip", 0, blob, 0, 1);
    assertThat(new GradientCheck(List.of(frozen)).firstWrong()).isEmpty();
  }
}
