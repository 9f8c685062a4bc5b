package org.cortado.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiVersionTest {

  private static ApiVersion version(String text) {
    return ApiVersion.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1, true",
    "0.1, 0.2, false",
    "0.2, 0.1, false",
    "1.3, 1.3, true",
    "1.3, 1.2, true",
    "1.3, 1.4, false",
    "2.0, 1.9, false",
    "1.0, 0.1, false"
  })
  void runsWhatThePolicyAllows(String here, String built, boolean runs) {
    assertThat(version(here).runs(version(built))).isEqualTo(runs);
  }

  @Test
  void looksAtMajorAndMinorAlone() {
    assertThat(version("1.4.7-SNAPSHOT")).isEqualTo(new ApiVersion(1, 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "one.two", "1.2x", "99999999999.1"})
  void refusesWhatIsNoVersion(String text) {
    assertThat(ApiVersion.parse(text)).isEmpty();
  }
}
