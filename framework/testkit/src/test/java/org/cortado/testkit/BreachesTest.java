package org.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every clause is seen to be broken, and the message says where. */
class BreachesTest {

  private static Case faulty(Fault fault) {
    return LayerContract.layer("Faulty")
        .option("fault", fault.name().toLowerCase(Locale.ROOT))
        .bottom(2, 3)
        .bottom(2, 3);
  }

  private static Arguments breach(Fault fault, Clause clause, String words) {
    return Arguments.of(fault, clause, words);
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        breach(
            Fault.SHAPES_BY_DATA,
            Clause.SHAPES_FOLLOW_FROM_SHAPES_ALONE,
            "reshape opens a tensor of 6 "),
        breach(
            Fault.CHANGES_ITS_SHAPE,
            Clause.SHAPES_FOLLOW_FROM_SHAPES_ALONE,
            "top 0, after forward and backward: expected the shape [2x3] that reshape gave, but"
                + " found [6]"),
        breach(
            Fault.KEEPS_ITS_FIRST_SHAPE,
            Clause.SHAPES_MAY_CHANGE_BETWEEN_SWEEPS,
            "top 0, after a change of shapes to Faulty {fault=keeps_its_first_shape} [6x3] [6x3],"
                + " element 12 [4,0]: expected "),
        breach(
            Fault.TAKES_ANY_SHAPE,
            Clause.ODD_SHAPES_ARE_TAKEN_OR_REFUSED,
            "with bottoms [[], [2x3]]: expected to work or to be refused in a sentence, but found"),
        breach(
            Fault.PLANS_ON_THE_HEAP,
            Clause.HUGE_SHAPES_ARE_PLANNED_OR_REFUSED,
            "with bottoms [[4096x4096], [4096x4096]] setUp and reshape take 16"),
        breach(
            Fault.MULTIPLIES_SIZES,
            Clause.HUGE_SHAPES_ARE_PLANNED_OR_REFUSED,
            "but found java.lang.ArithmeticException: integer overflow"),
        breach(
            Fault.TRIPS_OVER_AN_EMPTY_BATCH,
            Clause.AN_EMPTY_BATCH_IS_TAKEN,
            "an empty batch: expected to work or to be refused in a sentence, but found"
                + " java.lang.IndexOutOfBoundsException"),
        breach(
            Fault.MIXES_ITEMS,
            Clause.A_BATCH_GIVES_WHAT_ITS_ITEMS_GIVE,
            "item 0 of top 0 of a batch, compared with what its items give one by one"),
        breach(
            Fault.FORGETS_AN_ELEMENT,
            Clause.EVERY_ELEMENT_IS_WRITTEN_AND_A_NUMBER,
            "top 0, element 5 [1,2] is NaN: it was not written"),
        breach(
            Fault.WRITES_A_BOTTOM,
            Clause.WHAT_MAY_ONLY_BE_READ_IS_LEFT_ALONE,
            "bottom 1, which forward may only read, element 0 [0,0]: expected "),
        breach(
            Fault.WRITES_A_PARAMETER,
            Clause.WHAT_MAY_ONLY_BE_READ_IS_LEFT_ALONE,
            "parameter 1, which forward may only read, element 0 []: expected "),
        breach(
            Fault.WRITES_THE_DIFF_OF_A_TOP,
            Clause.WHAT_MAY_ONLY_BE_READ_IS_LEFT_ALONE,
            "diff of top 0, which backward may only read, element 1 [0,1]: expected "),
        breach(
            Fault.CLAIMS_TO_WORK_IN_PLACE,
            Clause.IN_PLACE_IS_THE_SAME_WHERE_DECLARED,
            "diff of bottom 0, in place compared with out of place, element 0 "),
        breach(
            Fault.LOOKS_BACK_AT_WHAT_IT_OVERWROTE,
            Clause.IN_PLACE_IS_THE_SAME_WHERE_DECLARED,
            "top 0, in place compared with out of place, element 1 [0,1]: expected "),
        breach(
            Fault.CLAIMS_TO_KEEP_SIGNS,
            Clause.SIGNS_ARE_KEPT_WHERE_DECLARED,
            ": its sign is declared to be kept, but "),
        breach(
            Fault.FORGETS_A_FACTOR,
            Clause.GRADIENTS_AGREE_WITH_DIFFERENCES,
            "FAIL bottom 0 [2x3]; "),
        breach(
            Fault.OVERWRITES_ITS_PARAMETER,
            Clause.GRADIENTS_AGREE_WITH_DIFFERENCES,
            "must add to the diff of a parameter, but overwrites it"),
        breach(
            Fault.HIDES_WHAT_IT_READS,
            Clause.BACKWARD_READS_NO_MORE_THAN_DECLARED,
            "diff of bottom 0, once all that backward doesn't declare to read is overwritten; it"
                + " reads more than []"),
        breach(
            Fault.READS_MORE_THAN_SIGNS,
            Clause.BACKWARD_READS_NO_MORE_THAN_DECLARED,
            "diff of parameter 1, "),
        breach(
            Fault.IGNORES_THE_FLAGS,
            Clause.BACKWARD_PROPAGATES_ONLY_WHERE_ASKED,
            "diff of bottom 0, when propagateDown is [false, false], element 0 [0,0]: expected to"
                + " be left alone"),
        breach(
            Fault.NEEDS_BOTH_FLAGS,
            Clause.BACKWARD_PROPAGATES_ONLY_WHERE_ASKED,
            "diff of bottom 0, when propagateDown is [true, false], element 0 [0,0]: expected "),
        breach(
            Fault.SWALLOWS_NAN,
            Clause.NAN_IS_SHOWN_OR_REFUSED,
            "element 0 of bottom 0: a NaN there vanishes"),
        breach(
            Fault.TRIPS_OVER_INFINITY,
            Clause.INFINITIES_DO_NO_HARM,
            "element 0 of bottom 0 is Infinity: expected to work or to be refused"),
        breach(
            Fault.COUNTS_ITS_CALLS,
            Clause.THE_SAME_BITS_COME_TWICE,
            "top 0, the second time, element 0 "),
        breach(
            Fault.COUNTS_ITS_KIND,
            Clause.THE_SAME_BITS_COME_TWICE,
            "top 0, by another layer of the same"),
        breach(
            Fault.SHARES_WITH_ITS_KIND,
            Clause.NOTHING_IS_SHARED_WITH_ANOTHER_NET,
            "diff of bottom 0, in turns with a layer of another net, element 0 "),
        breach(
            Fault.LOSES_A_PARAMETER,
            Clause.SAVED_PARAMETERS_ARE_ALL,
            "parameters() doesn't return parameter 1 [] of the 2 that the layer made"),
        breach(
            Fault.SIZES_AN_ARRAY,
            Clause.ODD_OPTIONS_ARE_TAKEN_OR_REFUSED,
            "planning Faulty {fault=sizes_an_array, size=-1} [2x3] [2x3]: expected to work or to"
                + " be refused in a sentence, but found java.lang.NegativeArraySizeException"),
        breach(
            Fault.ALLOCATES,
            Clause.A_SWEEP_TAKES_NO_MEMORY,
            "forward takes 24 bytes of the Java heap"));
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
    assertThatCode(() -> clause.prove(faulty(Fault.NONE), Backends.portable()))
        .doesNotThrowAnyException();
  }

  @Test
  void seesABreachOfEveryClauseButThatOnlyOneBackendBreaks() {
    assertThat(breaches().map(breach -> breach.get()[1]))
        .contains(EnumSet.complementOf(EnumSet.of(Clause.BACKENDS_AGREE)).toArray());
  }
}
