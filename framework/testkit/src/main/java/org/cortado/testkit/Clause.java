package org.cortado.testkit;

import java.util.Locale;
import org.cortado.api.backend.Backend;

/** What every layer has to keep to, clause by clause. */
enum Clause {
  SHAPES_FOLLOW_FROM_SHAPES_ALONE(ShapeProofs::followFromShapesAlone),
  SHAPES_MAY_CHANGE_BETWEEN_SWEEPS(ShapeProofs::canChangeBetweenSweeps),
  ODD_SHAPES_ARE_TAKEN_OR_REFUSED(EdgeProofs::takesOrRefusesOddShapes),
  ODD_OPTIONS_ARE_TAKEN_OR_REFUSED(EdgeProofs::takesOrRefusesOddOptions),
  HUGE_SHAPES_ARE_PLANNED_OR_REFUSED(EdgeProofs::plansOrRefusesHugeShapes),
  AN_EMPTY_BATCH_IS_TAKEN(EdgeProofs::takesAnEmptyBatch),
  A_BATCH_GIVES_WHAT_ITS_ITEMS_GIVE(ItemProofs::givesWhatItsItemsGive),
  EVERY_ELEMENT_IS_WRITTEN_AND_A_NUMBER(ForwardProofs::writesEveryElement),
  WHAT_MAY_ONLY_BE_READ_IS_LEFT_ALONE(AccessProofs::leavesInputsAlone),
  IN_PLACE_IS_THE_SAME_WHERE_DECLARED(ForwardProofs::isTheSameInPlace),
  SIGNS_ARE_KEPT_WHERE_DECLARED(ForwardProofs::keepsSigns),
  GRADIENTS_AGREE_WITH_DIFFERENCES(BackwardProofs::gradientsAgreeWithDifferences),
  BACKWARD_READS_NO_MORE_THAN_DECLARED(BackwardProofs::readsNoMoreThanDeclared),
  BACKWARD_PROPAGATES_ONLY_WHERE_ASKED(BackwardProofs::honoursPropagateDown),
  NAN_IS_SHOWN_OR_REFUSED(NumberProofs::showsNaN),
  INFINITIES_DO_NO_HARM(NumberProofs::endsInSpiteOfInfinities),
  THE_SAME_BITS_COME_TWICE(RepeatProofs::givesTheSameBitsTwice),
  NOTHING_IS_SHARED_WITH_ANOTHER_NET(RepeatProofs::sharesNothingWithAnother),
  SAVED_PARAMETERS_ARE_ALL(SavingProof::survives),
  A_SWEEP_TAKES_NO_MEMORY(AllocationProof::takesNothing),
  BACKENDS_AGREE(ForwardProofs::agreesWithThePortableBackend);

  @SuppressWarnings("ImmutableEnumChecker") // all proofs are static methods
  private final Proof proof;

  Clause(Proof proof) {
    this.proof = proof;
  }

  /**
   * Proves the clause for one case.
   *
   * @throws AssertionError that names the case, if the layer breaks the clause
   */
  void prove(Case tested, Backend backend) {
    try {
      proof.prove(tested, backend);
    } catch (AssertionError e) {
      throw new AssertionError(tested + " on " + backend.name() + ": " + e.getMessage(), e);
    }
  }

  /** Returns the clause as a sentence. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
