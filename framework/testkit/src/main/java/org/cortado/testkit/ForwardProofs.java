package org.cortado.testkit;

import org.cortado.api.backend.Backend;

/** What holds for both passes, gradients aside. */
final class ForwardProofs {

  private ForwardProofs() {}

  static void writesEveryElement(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend)) {
      Passes.run(layer).hasNoNaN("it was not written, or is the result of no number");
    }
  }

  static void isTheSameInPlace(Case tested, Backend backend) {
    try (TestLayer apart = LayerMaker.make(tested, backend)) {
      if (apart.traits().inPlace()) {
        Outcome expected = Passes.run(apart);
        isInPlace(tested, backend, expected);
      }
    }
  }

  private static void isInPlace(Case tested, Backend backend, Outcome expected) {
    try (TestLayer layer = LayerMaker.inPlace(tested, backend)) {
      Passes.forward(layer);
      Outcome tops = Outcome.ofTops(layer);
      Passes.backward(layer, layer.gradientFlags());
      tops.with(Outcome.ofDiffs(layer)).isExactly(expected, "in place compared with out of place");
    }
  }

  static void keepsSigns(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend)) {
      if (layer.traits().keepsSigns()) {
        Copied x = Copied.of(layer.bottoms().get(0).data());
        Passes.run(layer);
        x.hasSignsOf(
            Copied.of(layer.tops().get(0).data()), Copied.of(layer.bottoms().get(0).diff()));
      }
    }
  }

  static void agreesWithThePortableBackend(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend);
        TestLayer reference = LayerMaker.make(tested, Backends.portable())) {
      Passes.run(layer).isNearly(Passes.run(reference), "compared with portable");
    }
  }
}
