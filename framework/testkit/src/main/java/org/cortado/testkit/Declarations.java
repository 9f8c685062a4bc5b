package org.cortado.testkit;

import java.lang.reflect.RecordComponent;
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
    require(!declaration.help().isBlank(), declaration + " bears no @Help");
    for (RecordComponent option : declaration.optionsType().getRecordComponents()) {
      require(
          option.isAnnotationPresent(Help.class),
          "option '%s' of %s bears no @Help".formatted(option.getName(), declaration));
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
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
      cases.forEach(
          tested ->
              require(
                  tested.tops() == tested.bottoms().size(),
                  tested + " must have as many tops as bottoms"));
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
    for (Case tested : cases) {
      int number = count.applyAsInt(tested);
      require(
          number >= least && number <= most,
          "cases of %s with %s%s %s: %s has %d"
              .formatted(type, least, declared, what, tested, number));
    }
    require(
        cases.stream().anyMatch(tested -> count.applyAsInt(tested) == least),
        "no case of %s has the least number of %s, %s".formatted(type, what, least));
    require(
        cases.stream().anyMatch(tested -> isMost(count.applyAsInt(tested), least, most)),
        "no case of %s has the greatest number of %s, or more than the least"
            .formatted(type, what));
  }

  private static boolean isMost(int number, int least, int most) {
    return most == LayerType.ANY ? number > least : number == most;
  }
}
