package org.cortado.testkit;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cortado.api.Claim;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;

/** What holds where a bottom has something that is no finite number. */
final class NumberProofs {

  private NumberProofs() {}

  static void showsNaN(Case tested, Backend backend) {
    eachPlace(tested, backend, place -> showsNaN(tested, place));
  }

  /** A NaN may vanish where any other number has no effect either: where a Dropout drops it. */
  private static void showsNaN(Case tested, Place place) {
    Optional<Outcome> tops = place.topsWith(Float.NaN);
    boolean vanishes = tops.isPresent() && !tops.get().hasNaN();
    if (vanishes && !tested.says(Claim.HIDES_NAN) && place.matters()) {
      throw new AssertionError(
          place
              + ": a NaN there vanishes, though another number changes the tops; show it in a top,"
              + " refuse it, or declare Claim.HIDES_NAN");
    }
  }

  static void endsInSpiteOfInfinities(Case tested, Backend backend) {
    eachPlace(
        tested,
        backend,
        place -> {
          place.topsWith(Float.POSITIVE_INFINITY);
          place.topsWith(Float.NEGATIVE_INFINITY);
        });
  }

  private static void eachPlace(Case tested, Backend backend, Consumer<Place> proof) {
    NotApplicable.unless(!tested.bottoms().isEmpty(), "it has no bottoms");
    try (TestLayer layer = LayerMaker.make(tested, backend)) {
      for (int bottom = 0; bottom < layer.bottoms().size(); bottom++) {
        for (int element : elements(layer.bottoms().get(bottom))) {
          proof.accept(new Place(layer, bottom, element));
        }
      }
    }
  }

  /** Returns the first, one in the middle and the last. */
  private static Set<Integer> elements(Blob bottom) {
    Set<Integer> elements = new LinkedHashSet<>();
    if (bottom.count() > 0) {
      elements.add(0);
      elements.add(bottom.count() / 2);
      elements.add(bottom.count() - 1);
    }
    return elements;
  }

  /** One element of a bottom. */
  private record Place(TestLayer layer, int bottom, int element) {

    private static final float FAR = 1000;

    /** Returns the tops with another number there, or nothing where the layer refuses it. */
    Optional<Outcome> topsWith(float number) {
      Tensor data = layer.bottoms().get(bottom).data();
      float before = data.read().get(element);
      data.update().put(element, number);
      try {
        boolean taken = Refusals.of(this + " is " + number, () -> Passes.run(layer)).isEmpty();
        return taken ? Optional.of(Outcome.ofTops(layer)) : Optional.empty();
      } finally {
        data.update().put(element, before);
      }
    }

    /** Returns whether the layer looks at the element. */
    boolean matters() {
      float now = layer.bottoms().get(bottom).data().read().get(element);
      Optional<Outcome> tops = topsWith(now);
      return !tops.equals(topsWith(FAR)) || !tops.equals(topsWith(-FAR));
    }

    @Override
    public String toString() {
      return "element " + element + " of bottom " + bottom;
    }
  }
}
