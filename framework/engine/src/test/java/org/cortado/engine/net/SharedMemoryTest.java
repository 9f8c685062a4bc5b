package org.cortado.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cortado.api.Phase;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharedMemoryTest {

  private static final int NETS = 60;

  @TempDir Path folder;

  private NetSettings keeping(Phase phase) {
    return NetSettings.of(phase, 1, folder);
  }

  private NetSettings sharing(Phase phase) {
    return keeping(phase).sharingMemory();
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void changesNoResultOfAnyNet(Phase phase) {
    int shared = 0;
    for (int seed = 0; seed < NETS; seed++) {
      List<String> lines = RandomNet.lines(seed);
      try (Net kept = NetLines.of(folder, lines).build(keeping(phase));
          Net sharing = NetLines.of(folder, lines).build(sharing(phase))) {
        assertThat(sweeps(sharing)).as("net %d: %s", seed, lines).isEqualTo(sweeps(kept));
        shared += pairs(sharing) > pairs(kept) ? 1 : 0;
      }
    }
    assertThat(shared).isGreaterThan(NETS / 2);
  }

  private static Map<String, String> sweeps(Net net) {
    Map<String, String> results = new TreeMap<>();
    for (int i = 0; i < 3; i++) {
      sweep(net, i, results);
    }
    return results;
  }

  private static void sweep(Net net, int i, Map<String, String> results) {
    net.iteration(i);
    net.forward();
    results.put(i + " loss", Double.toString(net.loss()));
    if (net.phase() == Phase.TRAIN) {
      net.clearParameterDiffs();
      net.backward();
    }
    net.outputs().forEach((name, blob) -> results.put(i + " " + name, text(blob.data())));
    net.parameters().forEach(each -> results.put(i + " d" + each.key(), text(each.blob().diff())));
  }

  private static String text(Tensor tensor) {
    return Arrays.toString(NetLines.values(tensor));
  }

  private static long pairs(Net net) {
    List<Blob> blobs = net.blobNames().stream().map(net::blob).toList();
    return blobs.stream()
        .mapToLong(
            a -> blobs.stream().filter(b -> a != b && a.data().sharesMemoryWith(b.data())).count())
        .sum();
  }

  private boolean shares(Phase phase, String a, String b, String... lines) {
    try (Net net = NetLines.of(folder, lines).plan(sharing(phase))) {
      return net.blob(a).data().sharesMemoryWith(net.blob(b).data());
    }
  }

  private static String[] after(String... lines) {
    List<String> all =
        new ArrayList<>(List.of("name: x, type: Source", "name: w, type: Weigh, bottom: x"));
    all.addAll(List.of(lines));
    return all.toArray(String[]::new);
  }

  @Test
  void keepsEveryBlobUnlessAskedToShare() {
    try (Net net =
        NetLines.of(
                folder,
                after(
                    "name: t, type: Times, bottom: w, options: {factor: 2}",
                    "name: loss, type: Total, bottom: t"))
            .build()) {
      assertThat(pairs(net)).isZero();
    }
  }

  @Test
  void givesNoGradientInTheTestPhase() {
    try (Net net =
        NetLines.of(folder, after("name: loss, type: Total, bottom: w"))
            .build(sharing(Phase.TEST))) {
      net.forward();
      assertThatThrownBy(net::backward)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "layer 'loss' (Total): stands on shared memory, so the net must be built for"
                  + " gradients");
    }
  }

  @Test
  void aPlanOfManyGigabytesTouchesNoMemory() {
    String shape = "options: {shape: [50, 1000, 1000]}";
    List<String> lines = new ArrayList<>(List.of("name: x0, type: Source, " + shape));
    for (int i = 1; i < 60; i++) {
      lines.add("name: x%d, type: Square, bottom: x%d".formatted(i, i - 1));
    }
    try (Net net = NetLines.of(folder, lines).plan(sharing(Phase.TEST))) {
      assertThat(net.blob("x1").data().sharesMemoryWith(net.blob("x3").data())).isTrue();
      assertThat(net.blob("x1").data().sharesMemoryWith(net.blob("x2").data())).isFalse();
    }
  }

  /** Its first bottom shrinks below its top, and both have grown again in the end. */
  @ParameterizedTest
  @EnumSource(Phase.class)
  void staysRightWhenShapesChange(Phase phase) {
    String[] lines = {
      "name: x, type: Source, options: {shape: [6]}",
      "name: y, type: Source, options: {shape: [6]}",
      "name: a, type: Square, bottom: x",
      "name: b, type: Count, bottom: y",
      "name: wide, type: Widen, bottom: [a, b]",
      "name: view, type: Alias, bottom: wide",
      "name: r, type: Rectify, bottom: view",
      "name: s, type: Square, bottom: r",
      "name: loss, type: Total, bottom: s"
    };
    assertThat(shares(phase, "a", "wide", lines)).isTrue();
    try (Net kept = NetLines.of(folder, lines).build(keeping(phase));
        Net sharing = NetLines.of(folder, lines).build(sharing(phase))) {
      for (int[] counts : new int[][] {{6, 6}, {9, 9}, {3, 9}, {2, 2}, {9, 3}, {20, 20}}) {
        assertThat(sweep(sharing, counts)).isEqualTo(sweep(kept, counts));
      }
      assertThat(sharing.blob("a").data().sharesMemoryWith(sharing.blob("wide").data())).isFalse();
    }
  }

  private static Map<String, String> sweep(Net net, int[] counts) {
    net.blob("x").reshape(Shape.of(counts[0]));
    net.blob("y").reshape(Shape.of(counts[1]));
    Map<String, String> results = new TreeMap<>();
    sweep(net, 0, results);
    return results;
  }
}
