package org.cortado.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cortado.api.blob.Blob;

/** Copies of tensors, by name: all that a forward and a backward pass gave, say. */
final class Outcome {

  private static final float NEAR = 1e-4f;

  private final Map<String, Copied> copies = new LinkedHashMap<>();

  /** Holds nothing yet. */
  Outcome() {}

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

  /** Copies what the blobs hold. */
  void addData(String name, List<Blob> blobs) {
    for (int i = 0; i < blobs.size(); i++) {
      add(name + i, Copied.of(blobs.get(i).data()));
    }
  }

  private void addDiffs(TestLayer layer) {
    if (!Passes.hasBackward(layer)) {
      return;
    }
    for (int i = 0; i < layer.bottoms().size(); i++) {
      if (layer.takesGradient(i)) {
        add("diff of bottom " + i, Copied.of(layer.bottoms().get(i).diff()));
      }
    }
    List<Blob> parameters = layer.layer().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).takesGradient()) {
        add("diff of parameter " + i, Copied.of(parameters.get(i).diff()));
      }
    }
  }

  /** Adds a copy. */
  void add(String name, Copied copy) {
    copies.put(name, copy);
  }

  /** Returns both together. */
  Outcome with(Outcome other) {
    Outcome both = new Outcome();
    both.copies.putAll(copies);
    both.copies.putAll(other.copies);
    return both;
  }

  /** Returns all but one. */
  Outcome without(String name) {
    Outcome rest = new Outcome();
    rest.copies.putAll(copies);
    rest.copies.remove(name);
    return rest;
  }

  /** Fails unless every bit is the same. */
  void isExactly(Outcome expected, String when) {
    hasNames(expected);
    copies.forEach((name, copy) -> copy.isExactly(expected.get(name), name + ", " + when));
  }

  /** Fails unless each value is the same but for rounding. */
  void isNearly(Outcome expected, String when) {
    hasNames(expected);
    copies.forEach((name, copy) -> copy.isNearly(expected.get(name), NEAR, name + ", " + when));
  }

  private void hasNames(Outcome expected) {
    if (!copies.keySet().equals(expected.copies.keySet())) {
      throw new AssertionError(
          "expected " + expected.copies.keySet() + ", but found " + copies.keySet());
    }
  }

  private Copied get(String name) {
    return Objects.requireNonNull(copies.get(name), name);
  }

  /** Fails if anything is NaN. */
  void hasNoNaN(String why) {
    copies.forEach((name, copy) -> copy.hasNoNaN(name, why));
  }

  /** Returns whether anything is NaN. */
  boolean hasNaN() {
    return copies.values().stream().anyMatch(Copied::hasNaN);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Outcome that && copies.equals(that.copies);
  }

  @Override
  public int hashCode() {
    return copies.hashCode();
  }
}
