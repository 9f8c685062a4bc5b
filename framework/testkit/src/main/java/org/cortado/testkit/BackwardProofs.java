package org.cortado.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.gradient.GradientChecker;
import org.cortado.engine.gradient.GradientReport;
import org.cortado.engine.gradient.GradientSettings;
import org.cortado.engine.gradient.Objective;

/** What holds for gradients. */
final class BackwardProofs {

  private static final long MOST_DERIVATIVES = 4000;

  private BackwardProofs() {}

  static void gradientsAgreeWithDifferences(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend)) {
      Passes.requireBackward(layer);
      layer.forward();
      GradientReport report =
          new GradientChecker(settings(tested, layer))
              .check(layer.layer(), layer.bottoms(), layer.tops());
      if (!report.passed()) {
        throw new AssertionError("gradients differ from differences\n" + report);
      }
    }
  }

  /** Small layers are looked at for each element of the tops in turn. */
  private static GradientSettings settings(Case tested, TestLayer layer) {
    long inputs = count(layer.bottoms()) + count(layer.layer().parameters());
    return count(layer.tops()) * inputs <= MOST_DERIVATIVES
        ? tested.gradient().withObjective(Objective.EACH_ELEMENT)
        : tested.gradient();
  }

  private static long count(List<Blob> blobs) {
    return blobs.stream().mapToLong(Blob::count).sum();
  }

  static void readsNoMoreThanDeclared(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend);
        TestLayer poisoned = LayerMaker.make(tested, backend)) {
      Passes.requireBackward(layer);
      Passes.run(layer);
      Passes.forward(poisoned);
      poisonWhatIsNotRead(poisoned);
      Passes.backward(poisoned, poisoned.gradientFlags());
      Outcome.ofDiffs(poisoned)
          .isExactly(
              Outcome.ofDiffs(layer),
              "once all that backward doesn't declare to read is overwritten; it reads more than "
                  + layer.traits().backwardReads());
    }
  }

  private static void poisonWhatIsNotRead(TestLayer layer) {
    Set<Reads> reads = layer.traits().backwardReads();
    List<Tensor> bottoms = layer.bottoms().stream().map(Blob::data).toList();
    List<Tensor> tops = layer.tops().stream().map(Blob::data).toList();
    List<Tensor> read = new ArrayList<>();
    read.addAll(reads.contains(Reads.BOTTOM_DATA) ? bottoms : List.of());
    read.addAll(reads.contains(Reads.TOP_DATA) ? tops : List.of());
    boolean signs = reads.contains(Reads.TOP_SIGN);
    Stream.concat(signs ? Stream.of() : tops.stream(), bottoms.stream())
        .filter(tensor -> Passes.isApart(tensor, read.stream()))
        .filter(tensor -> !signs || Passes.isApart(tensor, tops.stream()))
        .forEach(Passes::poison);
    tops.stream()
        .filter(top -> signs && Passes.isApart(top, read.stream()))
        .forEach(Passes::keepOnlySigns);
  }

  static void honoursPropagateDown(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend)) {
      Passes.requireBackward(layer);
      Outcome all = Passes.run(layer);
      for (boolean[] flags : Flags.of(layer)) {
        Passes.forward(layer);
        Passes.backward(layer, flags);
        gaveOnly(flags, layer, all);
      }
    }
  }

  private static void gaveOnly(boolean[] flags, TestLayer layer, Outcome all) {
    String when = "when propagateDown is " + Arrays.toString(flags);
    Outcome expected = all;
    Outcome found = Outcome.of(layer);
    for (int i = 0; i < flags.length; i++) {
      Tensor diff = layer.bottoms().get(i).diff();
      if (!flags[i]) {
        expected = expected.without("diff of bottom " + i);
        found = found.without("diff of bottom " + i);
      }
      if (!flags[i] && Passes.isApart(diff, Passes.topDiffs(layer).stream())) {
        Copied.of(diff).isUntouched("diff of bottom " + i + ", " + when);
      }
    }
    found.isExactly(expected, when);
  }
}
