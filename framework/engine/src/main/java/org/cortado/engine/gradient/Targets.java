package org.cortado.engine.gradient;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.blob.Blob;
import org.cortado.api.random.RandomStream;

/** Makes the numbers that are differentiated. */
final class Targets {

  private Targets() {}

  static List<Target> of(GradientSettings settings, List<Blob> tops) {
    return switch (settings.objective()) {
      case WEIGHTED_SUM -> List.of(weightedSum(settings, tops));
      case HALF_SQUARES -> List.of(new HalfSquares());
      case EACH_ELEMENT -> eachElement(settings, tops);
    };
  }

  static int count(List<Blob> tops) {
    return tops.stream().mapToInt(Blob::count).sum();
  }

  /** Weights between 0.5 and 1.5 in size, so that no element is lost and none like another. */
  static Target weightedSum(GradientSettings settings, List<Blob> tops) {
    RandomStream random = new RandomStream(settings.seed());
    float[] weights = new float[count(tops)];
    for (int i = 0; i < weights.length; i++) {
      float size = 0.5f + random.nextFloat();
      weights[i] = random.nextInt(2) == 0 ? size : -size;
    }
    return new WeightedSum(weights);
  }

  private static List<Target> eachElement(GradientSettings settings, List<Blob> tops) {
    List<Target> targets = new ArrayList<>();
    int offset = 0;
    for (int top = 0; top < tops.size(); top++) {
      Blob blob = tops.get(top);
      for (int element : Sampling.elements(blob.count(), settings, "top " + top)) {
        targets.add(new OneElement(offset + element, name(top, blob, element)));
      }
      offset += blob.count();
    }
    return targets;
  }

  private static String name(int top, Blob blob, int element) {
    return "top " + top + " " + ElementCheck.text(ElementCheck.coordinates(blob.shape(), element));
  }

  private static final class WeightedSum implements Target {

    private final float[] weights;

    WeightedSum(float[] weights) {
      this.weights = weights;
    }

    @Override
    public String name() {
      return "a weighted sum";
    }

    @Override
    public double term(int i, float y) {
      return (double) weights[i] * y;
    }

    @Override
    public double slope(int i, float y) {
      return weights[i];
    }
  }

  private record HalfSquares() implements Target {

    @Override
    public String name() {
      return "half the squares";
    }

    @Override
    public double term(int i, float y) {
      return 0.5 * y * y;
    }

    @Override
    public double slope(int i, float y) {
      return y;
    }
  }

  private record OneElement(int element, String name) implements Target {

    @Override
    public double term(int i, float y) {
      return i == element ? y : 0;
    }

    @Override
    public double slope(int i, float y) {
      return i == element ? 1 : 0;
    }
  }
}
