package org.cortado.testkit;

import java.util.Optional;
import org.cortado.api.Claim;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;

/** What holds for both passes, gradients aside. */
final class ForwardProofs {

  private ForwardProofs() {}

  static void writesEveryElement(Case tested, Backend backend) {
    NotApplicable.unless(
        !tested.says(Claim.WRITTEN_BY_CALLER), "its tops are said to be written by the caller");
    try (TestLayer layer = LayerMaker.make(tested, backend)) {
      Passes.run(layer).hasNoNaN("it was not written, or is the result of no number");
    }
  }

  /** A layer may refuse to run backward in place in the test phase, where few nets want it. */
  static void isTheSameInPlace(Case tested, Backend backend) {
    try (TestLayer apart = LayerMaker.make(tested, backend)) {
      NotApplicable.unless(
          apart.traits().inPlaceForward(), "it isn't declared to work in place with these options");
      Passes.run(apart);
      isTheSame(tested, apart, LayerMaker.inPlace(tested, backend), "in place");
      isTheSame(tested, apart, LayerMaker.sharing(tested, backend), "on its first bottom's memory");
    }
  }

  private static void isTheSame(Case tested, TestLayer apart, TestLayer inPlace, String how) {
    String when = how + " compared with out of place";
    try (TestLayer layer = inPlace) {
      Passes.forward(layer);
      Outcome.ofTops(layer).isExactly(Outcome.ofTops(apart), when);
      if (layer.traits().inPlace()) {
        isTheSameBackward(tested, layer, Outcome.ofDiffs(apart), when);
      }
    }
  }

  private static void isTheSameBackward(
      Case tested, TestLayer layer, Outcome expected, String when) {
    Optional<String> refused =
        Refusals.of("in place", () -> Passes.backward(layer, layer.gradientFlags()));
    if (refused.isEmpty() || tested.phase() == Phase.TRAIN) {
      Outcome.ofDiffs(layer).isExactly(expected, when);
    }
  }

  static void keepsSigns(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend)) {
      NotApplicable.unless(layer.traits().keepsSigns(), "it isn't declared to keep signs");
      Copied x = Copied.of(layer.bottoms().get(0).data());
      Passes.run(layer);
      x.hasSignsOf(Copied.of(layer.tops().get(0).data()), Copied.of(layer.bottoms().get(0).diff()));
    }
  }

  static void agreesWithThePortableBackend(Case tested, Backend backend) {
    NotApplicable.unless(
        !backend.name().equals(Backends.portable().name()), "portable is what others agree with");
    try (TestLayer layer = LayerMaker.make(tested, backend);
        TestLayer reference = LayerMaker.make(tested, Backends.portable())) {
      Passes.run(layer).isNearly(Passes.run(reference), "compared with portable");
    }
  }
}
