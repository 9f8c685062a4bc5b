package org.cortado.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cortado.api.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InPlaceChoiceTest {

  @TempDir Path folder;

  private boolean shares(Phase phase, String a, String b, String... lines) {
    try (Net net =
        NetLines.of(folder, lines).plan(NetSettings.of(phase, 1, folder).sharingMemory())) {
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
  void putsALayerInPlaceWithoutBeingAsked() {
    String[] lines =
        after(
            "name: t, type: Times, bottom: w, options: {factor: 2}",
            "name: loss, type: Total, bottom: t");
    assertThat(shares(Phase.TRAIN, "w", "t", lines)).isTrue();
    assertThat(shares(Phase.TEST, "w", "t", lines)).isTrue();
  }

  @Test
  void neverOverwritesWhatIsFed() {
    assertThat(
            shares(
                Phase.TEST,
                "x",
                "t",
                "name: x, type: Source",
                "name: t, type: Times, bottom: x, options: {factor: 2}"))
        .isFalse();
  }

  @Test
  void neverOverwritesAnOutputUnderAnotherName() {
    String[] lines =
        after(
            "name: out, type: Alias, bottom: w",
            "name: t, type: Times, bottom: w, options: {factor: 2}");
    assertThat(shares(Phase.TEST, "out", "t", lines)).isFalse();
    assertThat(shares(Phase.TEST, "out", "w", lines)).isTrue();
  }

  @Test
  void overwritesAForkOnlyOnItsLastBranch() {
    String[] lines =
        after(
            "name: a, type: Times, bottom: w, options: {factor: 2}",
            "name: b, type: Times, bottom: w, options: {factor: 3}",
            "name: sum, type: Plus, bottom: [a, b]");
    assertThat(shares(Phase.TEST, "w", "a", lines)).isFalse();
    assertThat(shares(Phase.TEST, "w", "b", lines)).isTrue();
  }

  @Test
  void keepsWhatABackwardPassReads() {
    String[] lines =
        after(
            "name: square, type: Square, bottom: w",
            "name: t, type: Times, bottom: w, options: {factor: 2}",
            "name: sum, type: Plus, bottom: [square, t]",
            "name: loss, type: Total, bottom: sum");
    assertThat(shares(Phase.TRAIN, "w", "t", lines)).isFalse();
    assertThat(shares(Phase.TEST, "w", "t", lines)).isTrue();
  }

  @Test
  void keepsTheSignsThatABackwardPassReads() {
    String rectify = "name: r, type: Rectify, bottom: w";
    String loss = "name: loss, type: Total, bottom: t";
    String keeping = "name: t, type: Times, bottom: r, options: {factor: 2}";
    String turning = "name: t, type: Times, bottom: r, options: {factor: -2}";
    assertThat(shares(Phase.TRAIN, "r", "t", after(rectify, keeping, loss))).isTrue();
    assertThat(shares(Phase.TRAIN, "r", "t", after(rectify, turning, loss))).isFalse();
  }

  @Test
  void keepsSignsThatTheFileItselfWouldOverwriteOneStepLater() {
    assertThat(
            shares(
                Phase.TRAIN,
                "r",
                "t",
                after(
                    "name: r, type: Rectify, bottom: w",
                    "name: t, type: Times, bottom: r, options: {factor: 2}",
                    "name: turn, type: Times, bottom: t, top: t, options: {factor: -2}",
                    "name: loss, type: Total, bottom: t")))
        .isFalse();
  }

  @Test
  void leavesTheDiffsThatTheCallerWritesAlone() {
    NetSettings settings =
        NetSettings.of(Phase.TRAIN, 1, folder).withGradientsFrom(Set.of("w")).sharingMemory();
    String[] lines =
        after(
            "name: t, type: Times, bottom: w, options: {factor: 2}",
            "name: loss, type: Total, bottom: t");
    try (Net net = NetLines.of(folder, lines).plan(settings)) {
      assertThat(net.blob("w").diff().sharesMemoryWith(net.blob("t").diff())).isFalse();
    }
  }
}
