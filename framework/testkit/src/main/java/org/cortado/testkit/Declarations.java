package org.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.cortado.api.LayerType;
import org.cortado.api.option.Help;
import org.cortado.engine.plugin.LayerDeclaration;

/** What holds for the declaration of a layer type. */
final class Declarations {

  private Declarations() {}

  /** Fails unless the layer and each of its options bear a line of help. */
  static void areHelpful(LayerDeclaration declaration) {
    assertThat(declaration.help()).as("@Help of %s", declaration).isNotBlank();
    Arrays.stream(declaration.optionsType().getRecordComponents())
        .forEach(
            option ->
                assertThat(option.isAnnotationPresent(Help.class))
                    .as("@Help on option '%s' of %s", option.getName(), declaration)
                    .isTrue());
  }

  /** Fails unless the cases keep to the declared numbers of bottoms and tops, and try them all. */
  static void matchCases(LayerType type, List<Case> cases) {
    int mostBottoms = most(type.bottoms(), type.maxBottoms());
    match(
        type.name(),
        "bottoms",
        type.bottoms(),
        mostBottoms,
        cases,
        tested -> tested.bottoms().size());
    if (type.topsMatchBottoms()) {
      cases.forEach(tested -> assertThat(tested.tops()).isEqualTo(tested.bottoms().size()));
    } else {
      match(type.name(), "tops", type.tops(), most(type.tops(), type.maxTops()), cases, Case::tops);
    }
  }

  private static int most(int least, int declared) {
    return declared == LayerType.SAME ? least : declared;
  }

  private static void match(
      String type, String what, int least, int most, List<Case> cases, ToIntFunction<Case> count) {
    String declared = most == LayerType.ANY ? " or more" : " to " + most;
    assertThat(cases)
        .as("cases of %s with %s%s %s", type, least, declared, what)
        .allMatch(tested -> count.applyAsInt(tested) >= least && count.applyAsInt(tested) <= most);
    assertThat(cases)
        .as("some case of %s with the least number of %s, %s", type, what, least)
        .anyMatch(tested -> count.applyAsInt(tested) == least);
    assertThat(cases)
        .as("some case of %s with the greatest number of %s, or more than the least", type, what)
        .anyMatch(
            tested ->
                most == LayerType.ANY
                    ? count.applyAsInt(tested) > least
                    : count.applyAsInt(tested) == most);
  }
}
