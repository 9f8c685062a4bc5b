package org.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cortado.api.blob.Blob;

/** All that a forward and a backward pass gave, by name. */
final class Outcome {

  private static final float NEAR = 1e-4f;

  private final Map<String, float[]> values = new LinkedHashMap<>();

  private Outcome() {}

  /** Copies the tops' data and the diffs of bottoms that take a gradient and of parameters. */
  static Outcome of(TestLayer layer) {
    return ofTops(layer).with(ofDiffs(layer));
  }

  /** Copies the tops' data alone. */
  static Outcome ofTops(TestLayer layer) {
    Outcome outcome = new Outcome();
    outcome.addData("top ", layer.tops());
    return outcome;
  }

  /** Copies the diffs alone. */
  static Outcome ofDiffs(TestLayer layer) {
    Outcome outcome = new Outcome();
    outcome.addDiffs(layer);
    return outcome;
  }

  /** Copies what no pass may change: the data of bottoms and parameters. */
  static Outcome ofInputs(TestLayer layer) {
    Outcome outcome = new Outcome();
    outcome.addData("bottom ", layer.bottoms());
    outcome.addData("parameter ", layer.layer().parameters());
    return outcome;
  }

  private void addData(String name, List<Blob> blobs) {
    for (int i = 0; i < blobs.size(); i++) {
      values.put(name + i, TestLayer.copy(blobs.get(i).data()));
    }
  }

  private void addDiffs(TestLayer layer) {
    if (!Passes.hasBackward(layer)) {
      return;
    }
    for (int i = 0; i < layer.bottoms().size(); i++) {
      if (layer.takesGradient(i)) {
        values.put("diff of bottom " + i, layer.bottomDiff(i));
      }
    }
    for (int i = 0; i < layer.layer().parameters().size(); i++) {
      values.put("diff of parameter " + i, layer.parameterDiff(i));
    }
  }

  /** Returns both together. */
  Outcome with(Outcome other) {
    Outcome both = new Outcome();
    both.values.putAll(values);
    both.values.putAll(other.values);
    return both;
  }

  /** Returns all but one. */
  Outcome without(String name) {
    Outcome rest = new Outcome();
    rest.values.putAll(values);
    rest.values.remove(name);
    return rest;
  }

  /** Fails unless every bit is the same. */
  void isExactly(Outcome expected, String when) {
    assertThat(values.keySet()).isEqualTo(expected.values.keySet());
    values.forEach(
        (name, actual) ->
            assertThat(actual).as("%s, %s", name, when).containsExactly(expected.get(name)));
  }

  /** Fails unless each value is the same but for rounding. */
  void isNearly(Outcome expected, String when) {
    assertThat(values.keySet()).isEqualTo(expected.values.keySet());
    values.forEach(
        (name, actual) ->
            assertThat(actual)
                .as("%s, %s", name, when)
                .containsExactly(expected.get(name), within(NEAR * greatest(actual))));
  }

  private static float greatest(float[] values) {
    float greatest = 1;
    for (float value : values) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    return greatest;
  }

  private float[] get(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  /** Fails if anything is NaN. */
  void hasNoNaN() {
    values.forEach(
        (name, actual) -> {
          for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).as("%s, element %s", name, i).isNotNaN();
          }
        });
  }
}
