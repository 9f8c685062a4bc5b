package org.cortado.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

  private static final List<String> NAMES =
      List.of("kernel_size", "kernel_h", "num_output", "pool", "pad", "stride", "type", "x", "lr");

  @ParameterizedTest
  @CsvSource({
    "kernal_size, kernel_size",
    "kernelSize, kernel_size",
    "KERNEL-SIZE, kernel_size",
    "numoutput, num_output",
    "tpye, type",
    "strides, stride",
    "pol, pool",
    "Pad, pad",
    "num, num_output",
    "kernel, kernel_h",
  })
  void findsTheNearestName(String wrong, String right) {
    assertThat(Spelling.nearest(wrong, NAMES)).contains(right);
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "wd", "ave", "momentum", "nu", "", "   "})
  void guessesNothingWhereNothingIsNear(String wrong) {
    assertThat(Spelling.nearest(wrong, NAMES)).isEmpty();
  }

  @Test
  void prefersTheSameLettersOverFewEdits() {
    assertThat(Spelling.nearest("CONV1", List.of("conv2", "conv1"))).contains("conv1");
  }

  @Test
  void prefersTheFewestEdits() {
    assertThat(Spelling.nearest("conv1x", List.of("conv12y", "conv1"))).contains("conv1");
  }

  @Test
  void takesNoTimeForAMonstrousName() {
    String wrong = "x".repeat(10_000_000);
    assertThat(Spelling.suggestion(wrong, List.of(wrong + "y"))).isEmpty();
  }

  @Test
  void asksWhetherTheNameWasMeant() {
    assertThat(Spelling.suggestion("kernal_size", NAMES))
        .isEqualTo("; did you mean 'kernel_size'?");
    assertThat(Spelling.suggestion("momentum", NAMES)).isEmpty();
  }
}
