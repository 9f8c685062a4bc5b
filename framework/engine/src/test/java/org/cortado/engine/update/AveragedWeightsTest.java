package org.cortado.engine.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.Parameter;
import org.cortado.engine.portable.PortableBackendFactory;
import org.junit.jupiter.api.Test;

class AveragedWeightsTest {

  private static final int ITERATIONS = 25;

  private final List<Parameter> parameters = Blobs.parameters();
  private final Random random = new Random(4);

  @Test
  void movingAveragesForgetExponentially() {
    double[] expected = new double[parameters.size()];
    try (AveragedWeights averages = averages(new EmaAveraging(0.9, 3, false))) {
      for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
        step();
        averages.observe(iteration);
        for (int i = 0; i < expected.length; i++) {
          double w = last(parameters.get(i).blob().data());
          expected[i] = iteration <= 3 ? w : 0.9 * expected[i] + 0.1 * w;
        }
      }
      assertThat(averages.count()).isEqualTo(ITERATIONS - 2);
      assertAverages(averages, expected);
    }
  }

  @Test
  void aWarmStartKeepsLessAtFirst() {
    double[] expected = new double[parameters.size()];
    try (AveragedWeights averages = averages(new EmaAveraging(0.5, 0, true))) {
      for (int n = 0; n < ITERATIONS; n++) {
        step();
        averages.observe(n + 1);
        double decay = Math.min(0.5, (1.0 + n) / (10 + n));
        for (int i = 0; i < expected.length; i++) {
          double w = last(parameters.get(i).blob().data());
          expected[i] = n == 0 ? w : decay * expected[i] + (1 - decay) * w;
        }
      }
      assertAverages(averages, expected);
    }
  }

  @Test
  void stochasticWeightAveragingIsThePlainMeanOfEveryFewIterations() {
    double[] sums = new double[parameters.size()];
    int taken = 0;
    try (AveragedWeights averages = averages(new SwaAveraging(5, 4))) {
      for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
        step();
        averages.observe(iteration);
        boolean takes = iteration >= 5 && (iteration - 5) % 4 == 0;
        taken += takes ? 1 : 0;
        for (int i = 0; i < sums.length; i++) {
          sums[i] += takes ? last(parameters.get(i).blob().data()) : 0;
        }
      }
      assertThat(averages.count()).isEqualTo(taken).isEqualTo(6);
      for (int i = 0; i < sums.length; i++) {
        sums[i] /= taken;
      }
      assertAverages(averages, sums);
    }
  }

  private void assertAverages(AveragedWeights averages, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      String key = parameters.get(i).key();
      double average = last(Objects.requireNonNull(averages.tensors().get(key)));
      assertThat(Math.abs(average - expected[i])).as(key).isLessThan(1e-6);
    }
  }

  /** The last element stands for all: it is in the last and shortest piece. */
  private static double last(Tensor tensor) {
    return tensor.count() == 0 ? 0 : tensor.read().get(tensor.count() - 1);
  }

  private void step() {
    parameters.forEach(parameter -> Blobs.fill(parameter.blob().data(), random, 1));
  }

  private AveragedWeights averages(WeightAveraging averaging) {
    return new AveragedWeights(parameters, averaging, Blobs.BACKEND);
  }

  private List<float[]> weights() {
    return parameters.stream().map(each -> Blobs.values(each.blob().data())).toList();
  }

  @Test
  void swappingTwiceGivesTheSameBits() {
    try (AveragedWeights averages = averages(new EmaAveraging(0.9, 0, false))) {
      averages.observe(1);
      step();
      averages.observe(2);
      List<float[]> weights = weights();
      List<float[]> means = values(averages.tensors());
      averages.swap();
      assertThat(weights()).containsExactlyElementsOf(means);
      averages.swapBack();
      assertThat(weights()).containsExactlyElementsOf(weights);
      assertThat(values(averages.tensors())).containsExactlyElementsOf(means);
    }
  }

  private static List<float[]> values(Map<String, Tensor> tensors) {
    return tensors.values().stream().map(Blobs::values).toList();
  }

  @Test
  void averagesThatHaveSeenNothingAreTheWeights() {
    try (AveragedWeights averages = averages(new SwaAveraging(100, 1))) {
      averages.observe(1);
      List<float[]> weights = weights();
      averages.swap();
      assertThat(weights()).containsExactlyElementsOf(weights);
    }
  }

  @Test
  void refusesToTakeAveragesForWeights() {
    try (AveragedWeights averages = averages(new EmaAveraging(0.9, 0, false))) {
      averages.swap();
      assertThatThrownBy(() -> averages.observe(1)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(averages::swap).isInstanceOf(IllegalStateException.class);
      averages.swapBack();
      assertThatThrownBy(averages::swapBack).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void goesOnFromWhatWasSaved() {
    for (WeightAveraging averaging :
        List.of(new EmaAveraging(0.9, 2, true), new SwaAveraging(1, 2))) {
      try (AveragedWeights first = averages(averaging);
          AveragedWeights second = averages(averaging)) {
        for (int iteration = 1; iteration <= 6; iteration++) {
          step();
          first.observe(iteration);
          if (iteration == 3) {
            first.tensors().forEach((key, mean) -> tensor(second, key).copyFrom(mean));
            second.restore(first.count());
          } else if (iteration > 3) {
            second.observe(iteration);
          }
        }
        assertThat(values(second.tensors())).containsExactlyElementsOf(values(first.tensors()));
      }
    }
  }

  private static Tensor tensor(AveragedWeights averages, String key) {
    return Objects.requireNonNull(averages.tensors().get(key));
  }

  @Test
  void theBitsDontDependOnThreads() {
    assertThat(averaged(1)).containsExactlyElementsOf(averaged(3));
  }

  private static List<float[]> averaged(int threads) {
    List<Parameter> moved = Blobs.parameters();
    Random drawn = new Random(6);
    try (Backend backend = new PortableBackendFactory().create(threads);
        AveragedWeights averages =
            new AveragedWeights(moved, new EmaAveraging(0.9, 0, false), backend)) {
      for (int iteration = 1; iteration <= 3; iteration++) {
        moved.forEach(parameter -> Blobs.fill(parameter.blob().data(), drawn, 1));
        averages.observe(iteration);
      }
      return values(averages.tensors());
    }
  }
}
