package org.cortado.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cortado.api.InvalidLayerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "conv1.0 conv1.0",
        "conv1 conv1.0",
        "conv1 conv1.1",
        "conv* conv12.0",
        "conv? conv1.1",
        "conv[0-2] conv2.0",
        "{ip,conv}1 conv1.0",
        "* conv1.0",
        "**.0 conv1.0",
        "**.0 stem/a/conv.0",
        "stem stem/a/conv.1",
        "stem/a stem/a/conv.1",
        "stem/* stem/a/conv.1",
        "stem/**.1 stem/a/conv.1",
        "**/conv stem/a/conv.1"
      })
  void picksByKeyByLayerAndByTheBlocksAround(String pattern, String key) {
    assertThat(new ParameterPattern(pattern).matches(key)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "conv1.0 conv1.1",
        "conv1 conv12.0",
        "conv stem/conv.0",
        "*.0 stem/conv.0",
        "stem stems/conv.0",
        "conv? conv12.0",
        "**.0 conv.10",
        "CONV1 conv1.0"
      })
  void leavesOthersAlone(String pattern, String key) {
    assertThat(new ParameterPattern(pattern).matches(key)).isFalse();
  }

  @Test
  void refusesWhatIsNoPattern() {
    assertThatThrownBy(() -> ParameterPattern.require("{ip1,ip2"))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage("'{ip1,ip2' is no pattern: Missing '}");
  }
}
