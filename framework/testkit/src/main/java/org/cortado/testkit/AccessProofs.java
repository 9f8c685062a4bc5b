package org.cortado.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;

/** What holds for the tensors that a pass may only read. */
final class AccessProofs {

  private AccessProofs() {}

  static void leavesInputsAlone(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend)) {
      Outcome inputs = inputs(layer);
      Passes.forward(layer);
      inputs(layer).isExactly(inputs, "which forward may only read");
      Outcome statistics = statistics(layer);
      Passes.prepareBackward(layer);
      Outcome read = inputs(layer).with(tops(layer));
      Passes.propagate(layer, layer.gradientFlags());
      inputs(layer).with(tops(layer)).isExactly(read, "which backward may only read");
      statistics(layer).isExactly(statistics, "which backward may only read");
    }
  }

  private static Outcome inputs(TestLayer layer) {
    Outcome outcome = new Outcome();
    outcome.addData("bottom ", layer.bottoms());
    return outcome.with(parameters(layer, true));
  }

  /** Forward may change them. */
  private static Outcome statistics(TestLayer layer) {
    return parameters(layer, false);
  }

  private static Outcome parameters(TestLayer layer, boolean learned) {
    Outcome outcome = new Outcome();
    List<Blob> parameters = layer.layer().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).takesGradient() == learned) {
        outcome.add("parameter " + i, Copied.of(parameters.get(i).data()));
      }
    }
    return outcome;
  }

  /** A layer whose bottom shares the top's diff has nothing to do there. */
  private static Outcome tops(TestLayer layer) {
    Outcome outcome = new Outcome();
    outcome.addData("top ", layer.tops());
    List<Blob> tops = layer.tops();
    for (int i = 0; i < tops.size(); i++) {
      Tensor diff = tops.get(i).diff();
      Stream<Tensor> bottoms = layer.bottoms().stream().map(Blob::diff);
      if (Passes.isApart(diff, bottoms)) {
        outcome.add("diff of top " + i, Copied.of(diff));
      }
    }
    return outcome;
  }
}
