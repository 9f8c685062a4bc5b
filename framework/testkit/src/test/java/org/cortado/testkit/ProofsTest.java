package org.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cortado.testkit.FaultyLayer.Fault.CLAIMS_TO_WORK_IN_PLACE;
import static org.cortado.testkit.FaultyLayer.Fault.COUNTS_ITS_CALLS;
import static org.cortado.testkit.FaultyLayer.Fault.FORGETS_AN_ELEMENT;
import static org.cortado.testkit.FaultyLayer.Fault.FORGETS_A_FACTOR;
import static org.cortado.testkit.FaultyLayer.Fault.HIDES_WHAT_IT_READS;
import static org.cortado.testkit.FaultyLayer.Fault.IGNORES_THE_FLAGS;
import static org.cortado.testkit.FaultyLayer.Fault.KEEPS_ITS_FIRST_SHAPE;
import static org.cortado.testkit.FaultyLayer.Fault.NEEDS_BOTH_FLAGS;
import static org.cortado.testkit.FaultyLayer.Fault.NONE;
import static org.cortado.testkit.FaultyLayer.Fault.OVERWRITES_ITS_PARAMETER;
import static org.cortado.testkit.FaultyLayer.Fault.WRITES_A_BOTTOM;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cortado.api.LayerType;
import org.cortado.testkit.FaultyLayer.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every proof is seen to fail. */
class ProofsTest {

  private static Case faulty(Fault fault) {
    return new Case("Faulty")
        .option("fault", fault.name().toLowerCase(Locale.ROOT))
        .bottom(2, 3)
        .bottom(2, 3);
  }

  private static Arguments pair(Fault fault, Proof proof) {
    return Arguments.of(fault, proof);
  }

  static Stream<Arguments> proofs() {
    return Stream.of(
        pair(FORGETS_AN_ELEMENT, ForwardProofs::writesEveryElement),
        pair(WRITES_A_BOTTOM, AccessProofs::leavesInputsAlone),
        pair(COUNTS_ITS_CALLS, RepeatProofs::givesTheSameBitsTwice),
        pair(CLAIMS_TO_WORK_IN_PLACE, ForwardProofs::isTheSameInPlace),
        pair(KEEPS_ITS_FIRST_SHAPE, ShapeProofs::canChangeBetweenSweeps),
        pair(HIDES_WHAT_IT_READS, BackwardProofs::readsNoMoreThanDeclared),
        pair(IGNORES_THE_FLAGS, BackwardProofs::honoursPropagateDown),
        pair(NEEDS_BOTH_FLAGS, BackwardProofs::honoursPropagateDown),
        pair(FORGETS_A_FACTOR, BackwardProofs::gradientsAgreeWithDifferences),
        pair(IGNORES_THE_FLAGS, BackwardProofs::gradientsAgreeWithDifferences),
        pair(OVERWRITES_ITS_PARAMETER, BackwardProofs::gradientsAgreeWithDifferences));
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void fails(Fault fault, Proof proof) {
    assertThatThrownBy(() -> proof.prove(faulty(fault), Backends.portable()))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void passesWithoutTheFault(Fault fault, Proof proof) {
    assertThatCode(() -> proof.prove(faulty(NONE), Backends.portable())).doesNotThrowAnyException();
  }

  @Test
  void saysWhereAnElementIsMissing() {
    assertThatThrownBy(
            () -> ForwardProofs.writesEveryElement(faulty(FORGETS_AN_ELEMENT), Backends.portable()))
        .hasMessageContaining("top 0, element 5");
  }

  @Test
  void showsTheReportOfTheGradientChecker() {
    assertThatThrownBy(
            () ->
                BackwardProofs.gradientsAgreeWithDifferences(
                    faulty(FORGETS_A_FACTOR), Backends.portable()))
        .hasMessageContaining("FAIL bottom 0 [2x3]; ")
        .hasMessageContaining("ok   bottom 1 [2x3]; ");
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
