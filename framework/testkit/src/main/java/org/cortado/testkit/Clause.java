package org.cortado.testkit;

import java.util.Locale;
import org.cortado.api.backend.Backend;

/** What every layer has to keep to, clause by clause. */
enum Clause {
  SHAPES_FOLLOW_FROM_SHAPES_ALONE(
      ShapeProofs::followFromShapesAlone,
      "reshape may look at bottoms' shapes only, never at their data, and forward may not reshape"
          + " a top"),
  SHAPES_MAY_CHANGE_BETWEEN_SWEEPS(
      ShapeProofs::canChangeBetweenSweeps,
      "what setUp reckons from sizes, or an array made once, is stale when a batch has other sizes:"
          + " do it in reshape"),
  ODD_SHAPES_ARE_TAKEN_OR_REFUSED(
      EdgeProofs::takesOrRefusesOddShapes,
      "check in setUp or reshape what axes and sizes you need, and throw InvalidLayerException with"
          + " one sentence"),
  ODD_OPTIONS_ARE_TAKEN_OR_REFUSED(
      EdgeProofs::takesOrRefusesOddOptions,
      "give numbers an @Range, and check in the constructor or setUp what it can't say"),
  HUGE_SHAPES_ARE_PLANNED_OR_REFUSED(
      EdgeProofs::plansOrRefusesHugeShapes,
      "setUp and reshape must run without memory: take tensors from LayerContext, make arrays in"
          + " forward, and multiply sizes by Shape"),
  AN_EMPTY_BATCH_IS_TAKEN(
      EdgeProofs::takesAnEmptyBatch,
      "a batch may have no items: no first element, no division by the number of items"),
  A_BATCH_GIVES_WHAT_ITS_ITEMS_GIVE(
      ItemProofs::givesWhatItsItemsGive,
      "an index runs from one item into the next, or something is left over from the item before;"
          + " where items do depend on each other, declare Claim.MIXES_ITEMS"),
  EVERY_ELEMENT_IS_WRITTEN_AND_A_NUMBER(
      ForwardProofs::writesEveryElement,
      "tops and the diffs of bottoms hold NaN beforehand: a loop ends too early, adds where it must"
          + " set, or divides 0 by 0"),
  WHAT_MAY_ONLY_BE_READ_IS_LEFT_ALONE(
      AccessProofs::leavesInputsAlone,
      "forward may write tops alone, backward the diffs of bottoms and parameters alone: a buffer"
          + " of write() or update() should be one of read()"),
  IN_PLACE_IS_THE_SAME_WHERE_DECLARED(
      ForwardProofs::isTheSameInPlace,
      "in place, writing y overwrites x: backward may not read x then; else leave inPlace out of"
          + " @LayerType"),
  SIGNS_ARE_KEPT_WHERE_DECLARED(
      ForwardProofs::keepsSigns, "the top must be above 0 just where the bottom is"),
  GRADIENTS_AGREE_WITH_DIFFERENCES(
      BackwardProofs::gradientsAgreeWithDifferences,
      "backward isn't the derivative of forward: work the named element out by hand; or it sets"
          + " the diff of a parameter, to which it must add: take update()"),
  BACKWARD_READS_NO_MORE_THAN_DECLARED(
      BackwardProofs::readsNoMoreThanDeclared,
      "nets reuse the memory of what backward doesn't read: say in backwardReads of @LayerType what"
          + " it does read"),
  BACKWARD_PROPAGATES_ONLY_WHERE_ASKED(
      BackwardProofs::honoursPropagateDown,
      "write the diff of bottom i only if propagateDown[i], each by itself; parameters get theirs"
          + " in any case"),
  NAN_IS_SHOWN_OR_REFUSED(
      NumberProofs::showsNaN,
      "a comparison with NaN is false, so a branch may lose it; if it must be so, declare"
          + " Claim.HIDES_NAN"),
  INFINITIES_DO_NO_HARM(
      NumberProofs::endsInSpiteOfInfinities,
      "no loop may wait for a number to become small, and no index be made of one, without a"
          + " check"),
  THE_SAME_BITS_COME_TWICE(
      RepeatProofs::givesTheSameBitsTwice,
      "the result depends on something besides bottoms and parameters: a count of calls, a clock, a"
          + " random source other than LayerContext.random, or threads that add in any order"),
  NOTHING_IS_SHARED_WITH_ANOTHER_NET(
      RepeatProofs::sharesNothingWithAnother,
      "no static field, and no service of the plug-in, may hold what belongs to one layer"),
  SAVED_PARAMETERS_ARE_ALL(
      SavingProof::survives,
      "parameters() must return all blobs of LayerContext.parameter and statistic, in that order,"
          + " always; what is learned may stand nowhere else"),
  A_SWEEP_TAKES_NO_MEMORY(
      AllocationProof::takesNothing,
      "no new, no lambda that captures, no stream, no boxing in forward and backward: make what"
          + " they need in reshape; if that can't be, declare Claim.ALLOCATES"),
  BACKENDS_AGREE(
      ForwardProofs::agreesWithThePortableBackend,
      "the layer asks the backend for something that another does otherwise, or hands it wrong"
          + " sizes");

  @SuppressWarnings("ImmutableEnumChecker") // all proofs are static methods
  private final Proof proof;

  private final String advice;

  Clause(Proof proof, String advice) {
    this.proof = proof;
    this.advice = advice;
  }

  /**
   * Proves the clause for one case, if it applies.
   *
   * @throws AssertionError that names the case, if the layer breaks the clause
   */
  void prove(Case tested, Backend backend) {
    try {
      proof.prove(tested, backend);
    } catch (NotApplicable nothingToSay) {
      // The clause is kept: there is nothing of which it speaks.
    } catch (AssertionError e) {
      throw new AssertionError(tested + " on " + backend.name() + ": " + e.getMessage(), e);
    }
  }

  /** Returns what proves it for one case, and says as well where it doesn't apply. */
  Proof proof() {
    return proof;
  }

  /** Returns what an author may look at where it is broken. */
  String advice() {
    return advice;
  }

  /** Returns the clause as a sentence. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
