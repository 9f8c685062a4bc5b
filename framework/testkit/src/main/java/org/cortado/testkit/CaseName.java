package org.cortado.testkit;

import java.util.stream.Collectors;
import org.cortado.api.Phase;

/** What the tests of a case are called: all that makes it. */
final class CaseName {

  private CaseName() {}

  /** Returns {@code Split [2x3] 2 tops}, say. */
  static String of(Case tested) {
    String shapes =
        tested.shapes().stream().map(shape -> " " + shape).collect(Collectors.joining());
    return tested.type().name()
        + (tested.options().isEmpty() ? "" : " " + tested.options())
        + shapes
        + (tested.tops() == 1 ? "" : " " + tested.tops() + " tops")
        + (tested.phase() == Phase.TRAIN ? "" : " in phase test");
  }
}
