package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0.42131, 0.4213",
    "12.3456, 12.35",
    "0.00991, 0.00991",
    "0, 0",
    "-1, -1",
    "0.00000013, 1.30e-07",
    "123456, 123500",
    "12345678, 1.23e+07"
  })
  void keepsTheDigitsThatCount(double value, String text) {
    assertThat(Figures.number(value)).isEqualTo(text);
  }

  @Test
  void namesWhatIsNoNumber() {
    assertThat(Figures.number(Double.NaN)).isEqualTo("NaN");
    assertThat(Figures.number(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
  }

  @ParameterizedTest
  @CsvSource({"0.4, 0:00", "31, 0:31", "61, 1:01", "3599.6, 1:00:00", "3723, 1:02:03"})
  void writesDurationsAsAClockWould(double seconds, String text) {
    assertThat(Figures.duration(seconds)).isEqualTo(text);
  }
}
