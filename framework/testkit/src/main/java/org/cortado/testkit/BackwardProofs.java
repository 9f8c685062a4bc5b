package org.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

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
      layer.forward();
      GradientReport report =
          new GradientChecker(settings(tested, layer))
              .check(layer.layer(), layer.bottoms(), layer.tops());
      assertThat(report.passed()).as(report.toString()).isTrue();
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
      Passes.run(layer);
      Passes.forward(poisoned);
      poisonWhatIsNotRead(poisoned);
      Passes.backward(poisoned, poisoned.gradientFlags());
      Outcome.ofDiffs(poisoned)
          .isExactly(
              Outcome.ofDiffs(layer),
              "once all that backward doesn't declare to read is overwritten");
    }
  }

  private static void poisonWhatIsNotRead(TestLayer layer) {
    Set<Reads> reads = layer.traits().backwardReads();
    List<Tensor> bottoms = layer.bottoms().stream().map(Blob::data).toList();
    List<Tensor> tops = layer.tops().stream().map(Blob::data).toList();
    List<Tensor> read =
        Stream.concat(
                reads.contains(Reads.BOTTOM_DATA) ? bottoms.stream() : Stream.of(),
                reads.contains(Reads.TOP_DATA) ? tops.stream() : Stream.of())
            .toList();
    Stream.concat(bottoms.stream(), tops.stream())
        .filter(tensor -> Passes.isApart(tensor, read.stream()))
        .forEach(Passes::poison);
  }

  static void honoursPropagateDown(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend)) {
      Outcome all = Passes.run(layer);
      for (int i = 0; Passes.hasBackward(layer) && i < layer.bottoms().size(); i++) {
        if (layer.takesGradient(i)) {
          propagatesAlone(layer, i, all);
        }
      }
    }
  }

  private static void propagatesAlone(TestLayer layer, int bottom, Outcome all) {
    boolean[] flags = new boolean[layer.bottoms().size()];
    flags[bottom] = true;
    Passes.forward(layer);
    Passes.backward(layer, flags);
    Outcome alone = Outcome.of(layer);
    String when = "when bottom " + bottom + " alone is propagated to";
    for (int i = 0; i < flags.length; i++) {
      Tensor diff = layer.bottoms().get(i).diff();
      if (i != bottom && Passes.isApart(diff, Passes.topDiffs(layer).stream())) {
        assertThat(layer.bottomDiff(i))
            .as("diff of bottom %s, %s", i, when)
            .containsOnly(Float.NaN);
        alone = alone.without("diff of bottom " + i);
        all = all.without("diff of bottom " + i);
      }
    }
    alone.isExactly(all, when);
  }
}
