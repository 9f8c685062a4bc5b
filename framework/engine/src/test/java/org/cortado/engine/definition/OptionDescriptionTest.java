package org.cortado.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.Default;
import org.cortado.api.option.Iterations;
import org.junit.jupiter.api.Test;

class OptionDescriptionTest {

  private record Lists(
      List<Boolean> flags,
      List<String> words,
      @Default("[max, ave]") List<Sample.Pool> pools,
      List<Filler> fillers,
      Sample.Inner inner,
      List<Sample.Inner> inners,
      @Iterations long length) {}

  @Test
  void describesEveryOptionInWords() {
    Stream<String> lines = OptionDescription.of(Sample.class).stream().map(this::line);
    assertThat(String.join("\n", lines.toList()) + "\n")
        .isEqualTo(GoldenCase.text("option-descriptions.txt"));
  }

  @Test
  void describesLists() {
    assertThat(OptionDescription.of(Lists.class))
        .extracting(OptionDescription::type)
        .containsExactly(
            "list of true or false",
            "list of text",
            "list of one of max, ave, fan_in",
            "list of fillers",
            "map",
            "whole number",
            "list of maps",
            "whole number",
            "iterations");
  }

  @Test
  void describesTheKeysOfMapsInLists() {
    assertThat(OptionDescription.of(Lists.class))
        .extracting(OptionDescription::key)
        .contains("inner.interval", "inners.interval");
  }

  @Test
  void describesNoOptionsWithNothing() {
    record None() {}
    assertThat(OptionDescription.of(None.class)).isEmpty();
  }

  private String line(OptionDescription option) {
    return Stream.of(
            option.key(),
            option.type(),
            option.required() ? "required" : "optional",
            option.defaultValue().orElse(""),
            option.range(),
            option.help())
        .reduce((left, right) -> left + " | " + right)
        .orElseThrow()
        .stripTrailing();
  }
}
