package org.cortado.testkit;

import org.cortado.api.backend.Backend;

/** What holds for both passes, gradients aside. */
final class ForwardProofs {

  private ForwardProofs() {}

  static void writesEveryElement(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend)) {
      Passes.run(layer).hasNoNaN();
    }
  }

  static void leavesInputsAlone(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend)) {
      Outcome before = Outcome.ofInputs(layer);
      Passes.run(layer);
      Outcome.ofInputs(layer).isExactly(before, "after forward and backward");
    }
  }

  static void givesTheSameBitsTwice(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend);
        TestLayer fresh = LayerMaker.make(tested, backend)) {
      Outcome first = Passes.run(layer);
      Passes.run(layer).isExactly(first, "the second time");
      Passes.run(fresh).isExactly(first, "by another layer of the same options");
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
      tops.with(Outcome.ofDiffs(layer)).isExactly(expected, "in place");
    }
  }

  static void canBeReshaped(Case tested, Backend backend) {
    if (tested.canBeResized()) {
      try (TestLayer layer = LayerMaker.make(tested.times(2), backend)) {
        Passes.run(layer);
        isLikeAFreshOne(layer, tested, backend);
        isLikeAFreshOne(layer, tested.times(3), backend);
      }
    }
  }

  private static void isLikeAFreshOne(TestLayer layer, Case other, Backend backend) {
    try (TestLayer fresh = LayerMaker.make(other, backend)) {
      layer.become(other);
      Passes.run(layer).isExactly(Passes.run(fresh), "after a change of shapes to " + other);
    }
  }

  static void agreesWithThePortableBackend(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend);
        TestLayer reference = LayerMaker.make(tested, Backends.portable())) {
      Passes.run(layer).isNearly(Passes.run(reference), "compared with portable");
    }
  }
}
