package org.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cortado.testkit.Clause.AN_EMPTY_BATCH_IS_TAKEN;
import static org.cortado.testkit.Clause.A_BATCH_GIVES_WHAT_ITS_ITEMS_GIVE;
import static org.cortado.testkit.Clause.A_SWEEP_TAKES_NO_MEMORY;
import static org.cortado.testkit.Clause.BACKENDS_AGREE;
import static org.cortado.testkit.Clause.BACKWARD_PROPAGATES_ONLY_WHERE_ASKED;
import static org.cortado.testkit.Clause.BACKWARD_READS_NO_MORE_THAN_DECLARED;
import static org.cortado.testkit.Clause.EVERY_ELEMENT_IS_WRITTEN_AND_A_NUMBER;
import static org.cortado.testkit.Clause.GRADIENTS_AGREE_WITH_DIFFERENCES;
import static org.cortado.testkit.Clause.HUGE_SHAPES_ARE_PLANNED_OR_REFUSED;
import static org.cortado.testkit.Clause.INFINITIES_DO_NO_HARM;
import static org.cortado.testkit.Clause.IN_PLACE_IS_THE_SAME_WHERE_DECLARED;
import static org.cortado.testkit.Clause.NAN_IS_SHOWN_OR_REFUSED;
import static org.cortado.testkit.Clause.NOTHING_IS_SHARED_WITH_ANOTHER_NET;
import static org.cortado.testkit.Clause.ODD_SHAPES_ARE_TAKEN_OR_REFUSED;
import static org.cortado.testkit.Clause.SAVED_PARAMETERS_ARE_ALL;
import static org.cortado.testkit.Clause.SHAPES_FOLLOW_FROM_SHAPES_ALONE;
import static org.cortado.testkit.Clause.SHAPES_MAY_CHANGE_BETWEEN_SWEEPS;
import static org.cortado.testkit.Clause.SIGNS_ARE_KEPT_WHERE_DECLARED;
import static org.cortado.testkit.Clause.THE_SAME_BITS_COME_TWICE;
import static org.cortado.testkit.Clause.WHAT_MAY_ONLY_BE_READ_IS_LEFT_ALONE;
import static org.cortado.testkit.Fault.ALLOCATES;
import static org.cortado.testkit.Fault.CHANGES_ITS_SHAPE;
import static org.cortado.testkit.Fault.CLAIMS_TO_KEEP_SIGNS;
import static org.cortado.testkit.Fault.CLAIMS_TO_WORK_IN_PLACE;
import static org.cortado.testkit.Fault.COUNTS_ITS_CALLS;
import static org.cortado.testkit.Fault.COUNTS_ITS_KIND;
import static org.cortado.testkit.Fault.FORGETS_AN_ELEMENT;
import static org.cortado.testkit.Fault.FORGETS_A_FACTOR;
import static org.cortado.testkit.Fault.HIDES_WHAT_IT_READS;
import static org.cortado.testkit.Fault.IGNORES_THE_FLAGS;
import static org.cortado.testkit.Fault.KEEPS_ITS_FIRST_SHAPE;
import static org.cortado.testkit.Fault.LOSES_A_PARAMETER;
import static org.cortado.testkit.Fault.MIXES_ITEMS;
import static org.cortado.testkit.Fault.MULTIPLIES_SIZES;
import static org.cortado.testkit.Fault.NEEDS_BOTH_FLAGS;
import static org.cortado.testkit.Fault.NONE;
import static org.cortado.testkit.Fault.OVERWRITES_ITS_PARAMETER;
import static org.cortado.testkit.Fault.PLANS_ON_THE_HEAP;
import static org.cortado.testkit.Fault.READS_MORE_THAN_SIGNS;
import static org.cortado.testkit.Fault.SHAPES_BY_DATA;
import static org.cortado.testkit.Fault.SHARES_WITH_ITS_KIND;
import static org.cortado.testkit.Fault.SWALLOWS_NAN;
import static org.cortado.testkit.Fault.TAKES_ANY_SHAPE;
import static org.cortado.testkit.Fault.TRIPS_OVER_AN_EMPTY_BATCH;
import static org.cortado.testkit.Fault.TRIPS_OVER_INFINITY;
import static org.cortado.testkit.Fault.WRITES_A_BOTTOM;
import static org.cortado.testkit.Fault.WRITES_A_PARAMETER;
import static org.cortado.testkit.Fault.WRITES_THE_DIFF_OF_A_TOP;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cortado.api.LayerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every proof is seen to fail. */
class ProofsTest {

  private static Case faulty(Fault fault) {
    return new Case("Faulty")
        .option("fault", fault.name().toLowerCase(Locale.ROOT))
        .bottom(2, 3)
        .bottom(2, 3);
  }

  private static Arguments breach(Fault fault, Clause clause, String words) {
    return Arguments.of(fault, clause, words);
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        breach(SHAPES_BY_DATA, SHAPES_FOLLOW_FROM_SHAPES_ALONE, "reshape opens a tensor of 6 "),
        breach(
            CHANGES_ITS_SHAPE,
            SHAPES_FOLLOW_FROM_SHAPES_ALONE,
            "top 0, after forward and backward: expected the shape [2x3] that reshape gave, but"
                + " found [6]"),
        breach(
            KEEPS_ITS_FIRST_SHAPE,
            SHAPES_MAY_CHANGE_BETWEEN_SWEEPS,
            "top 0, after a change of shapes to Faulty {fault=keeps_its_first_shape} [6x3] [6x3],"
                + " element 12 [4,0]: expected "),
        breach(
            TAKES_ANY_SHAPE,
            ODD_SHAPES_ARE_TAKEN_OR_REFUSED,
            "with bottoms [[], [2x3]]: expected to work or to be refused in a sentence, but found"),
        breach(
            PLANS_ON_THE_HEAP,
            HUGE_SHAPES_ARE_PLANNED_OR_REFUSED,
            "with bottoms [[4096x4096], [4096x4096]] setUp and reshape take 16"),
        breach(
            MULTIPLIES_SIZES,
            HUGE_SHAPES_ARE_PLANNED_OR_REFUSED,
            "but found java.lang.ArithmeticException: integer overflow"),
        breach(
            TRIPS_OVER_AN_EMPTY_BATCH,
            AN_EMPTY_BATCH_IS_TAKEN,
            "an empty batch: expected to work or to be refused in a sentence, but found"
                + " java.lang.IndexOutOfBoundsException"),
        breach(
            MIXES_ITEMS,
            A_BATCH_GIVES_WHAT_ITS_ITEMS_GIVE,
            "item 0 of top 0 of a batch, compared with what its items give one by one"),
        breach(
            FORGETS_AN_ELEMENT,
            EVERY_ELEMENT_IS_WRITTEN_AND_A_NUMBER,
            "top 0, element 5 [1,2] is NaN: it was not written"),
        breach(
            WRITES_A_BOTTOM,
            WHAT_MAY_ONLY_BE_READ_IS_LEFT_ALONE,
            "bottom 1, which forward may only read, element 0 [0,0]: expected "),
        breach(
            WRITES_A_PARAMETER,
            WHAT_MAY_ONLY_BE_READ_IS_LEFT_ALONE,
            "parameter 1, which forward may only read, element 0 []: expected "),
        breach(
            WRITES_THE_DIFF_OF_A_TOP,
            WHAT_MAY_ONLY_BE_READ_IS_LEFT_ALONE,
            "diff of top 0, which backward may only read, element 1 [0,1]: expected "),
        breach(
            CLAIMS_TO_WORK_IN_PLACE,
            IN_PLACE_IS_THE_SAME_WHERE_DECLARED,
            "in place compared with out of place, element 0 "),
        breach(
            CLAIMS_TO_KEEP_SIGNS,
            SIGNS_ARE_KEPT_WHERE_DECLARED,
            ": its sign is declared to be kept, but "),
        breach(FORGETS_A_FACTOR, GRADIENTS_AGREE_WITH_DIFFERENCES, "FAIL bottom 0 [2x3]; "),
        breach(
            OVERWRITES_ITS_PARAMETER,
            GRADIENTS_AGREE_WITH_DIFFERENCES,
            "must add to the diff of a parameter, but overwrites it"),
        breach(
            HIDES_WHAT_IT_READS,
            BACKWARD_READS_NO_MORE_THAN_DECLARED,
            "diff of bottom 0, once all that backward doesn't declare to read is overwritten; it"
                + " reads more than []"),
        breach(
            READS_MORE_THAN_SIGNS, BACKWARD_READS_NO_MORE_THAN_DECLARED, "diff of parameter 1, "),
        breach(
            IGNORES_THE_FLAGS,
            BACKWARD_PROPAGATES_ONLY_WHERE_ASKED,
            "diff of bottom 0, when propagateDown is [false, false], element 0 [0,0]: expected to"
                + " be left alone"),
        breach(
            NEEDS_BOTH_FLAGS,
            BACKWARD_PROPAGATES_ONLY_WHERE_ASKED,
            "diff of bottom 0, when propagateDown is [true, false], element 0 [0,0]: expected "),
        breach(
            SWALLOWS_NAN, NAN_IS_SHOWN_OR_REFUSED, "element 0 of bottom 0: a NaN there vanishes"),
        breach(
            TRIPS_OVER_INFINITY,
            INFINITIES_DO_NO_HARM,
            "element 0 of bottom 0 is Infinity: expected to work or to be refused"),
        breach(COUNTS_ITS_CALLS, THE_SAME_BITS_COME_TWICE, "top 0, the second time, element 0 "),
        breach(COUNTS_ITS_KIND, THE_SAME_BITS_COME_TWICE, "top 0, by another layer of the same"),
        breach(
            SHARES_WITH_ITS_KIND,
            NOTHING_IS_SHARED_WITH_ANOTHER_NET,
            "diff of bottom 0, in turns with a layer of another net, element 0 "),
        breach(
            LOSES_A_PARAMETER,
            SAVED_PARAMETERS_ARE_ALL,
            "parameters() doesn't return parameter 1 [] of the 2 that the layer made"),
        breach(ALLOCATES, A_SWEEP_TAKES_NO_MEMORY, "forward takes 24 bytes of the Java heap"));
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void saysWhatIsWrongAndWhere(Fault fault, Clause clause, String words) {
    assertThatThrownBy(() -> clause.prove(faulty(fault), Backends.portable()))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(faulty(fault) + " on portable: ")
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @EnumSource
  void passesWithoutTheFault(Clause clause) {
    assertThatCode(() -> clause.prove(faulty(NONE), Backends.portable()))
        .doesNotThrowAnyException();
  }

  @Test
  void seesABreachOfEveryClauseButThatOnlyOneBackendBreaks() {
    assertThat(breaches().map(breach -> breach.get()[1]))
        .contains(EnumSet.complementOf(EnumSet.of(BACKENDS_AGREE)).toArray());
  }

  @Test
  void noticesALayerThatIsNotRegistered() {
    assertThatThrownBy(() -> LayerMaker.declaration("Missing"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no layer of type 'Missing' is registered");
  }

  @Test
  void noticesMissingHelp() {
    assertThatThrownBy(() -> Declarations.areHelpful(LayerMaker.declaration("Silent")))
        .isInstanceOf(AssertionError.class);
    assertThatCode(() -> Declarations.areHelpful(LayerMaker.declaration("Faulty")))
        .doesNotThrowAnyException();
  }

  @Test
  void noticesCasesThatLeaveOutANumberOfBottomsOrTops() {
    LayerType faulty = LayerMaker.declaration("Faulty").type();
    LayerType silent = LayerMaker.declaration("Silent").type();

    assertThatCode(() -> Declarations.matchCases(faulty, List.of(faulty(NONE))))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Declarations.matchCases(silent, List.of(faulty(NONE))))
        .hasMessageContaining("cases with 1 to 1 bottoms");
    assertThatThrownBy(() -> Declarations.matchCases(faulty, List.of(faulty(NONE).tops(2))))
        .hasMessageContaining("cases with 1 to 1 tops");
  }

  @Test
  void namesACaseByAllThatMakesIt() {
    assertThat(faulty(NONE).tops(2)).hasToString("Faulty {fault=none} [2x3] [2x3] 2 tops");
  }
}
