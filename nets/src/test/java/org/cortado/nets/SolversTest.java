package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Trains with every solver to the accuracy that its file states. */
class SolversTest {

  /** The least accuracies that the small solvers must reach with any seed. */
  private static final Map<String, Double> STATED =
      Map.of(
          "iris/softmax-solver.yaml", 0.96,
          "iris/svm-solver.yaml", 0.94,
          "iris/two-layer-solver.yaml", 0.96,
          "iris/three-layer-solver.yaml", 0.96,
          "spiral/two-layer-solver.yaml", 0.95);

  private static final List<String> TESTED_ELSEWHERE =
      List.of(
          "char-lstm/char-lstm-solver.yaml",
          "fashion-mnist/autoencoder-solver.yaml",
          "fashion-mnist/lenet-solver.yaml",
          "fashion-mnist/siamese-solver.yaml",
          "mnist/lenet-solver.yaml",
          "spiral/linear-solver.yaml");

  @TempDir private Path folder;

  static Stream<Arguments> trainings() {
    return STATED.entrySet().stream()
        .flatMap(
            stated ->
                Stream.of(1, 2, 3)
                    .map(seed -> Arguments.of(stated.getKey(), seed, stated.getValue())));
  }

  /** One thread: the nets are too small for two to gain anything. */
  @ParameterizedTest
  @MethodSource("trainings")
  void reachesTheStatedAccuracy(String solver, int seed, double stated) {
    assertThat(accuracy(solver, "--threads", "1", "--seed", Integer.toString(seed)))
        .isGreaterThanOrEqualTo(stated);
  }

  @Test
  void cantTellTheArmsOfTheSpiralApartByStraightLines() {
    assertThat(accuracy("spiral/linear-solver.yaml", "--threads", "1")).isBetween(0.4, 0.7);
  }

  @Test
  void learnsToTellClothesApart() {
    assertThat(
            accuracy(
                "fashion-mnist/lenet-solver.yaml",
                "--set",
                "max_iter=150",
                "--set",
                "test.interval=0"))
        .isGreaterThanOrEqualTo(0.7);
  }

  /**
   * A tenth of the training gets below the 389 of one who always draws the mean image, and far
   * below the 0.45 of one who puts all images in one place.
   */
  @ParameterizedTest
  @CsvSource({"autoencoder, 120, 380", "siamese, 100, 0.08"})
  void learnsWithoutClasses(String net, int iterations, double loss) {
    Command trained =
        Command.train(
            NetFiles.file("fashion-mnist/" + net + "-solver.yaml"),
            folder.resolve("run"),
            "--set",
            "max_iter=" + iterations,
            "--set",
            "test.interval=0");
    assertThat(trained.testLoss()).isLessThan(loss);
  }

  private double accuracy(String solver, String... more) {
    return Command.train(NetFiles.file(solver), folder.resolve("run"), more).accuracy();
  }

  @Test
  void statesAResultForEverySolver() {
    assertThat(NetFiles.solvers().stream().map(NetFiles::name))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(STATED.keySet().stream(), TESTED_ELSEWHERE.stream()).toList());
  }

  @Test
  void makesTheSpiralByItsFormula() throws IOException {
    assertThat(Files.readString(NetFiles.file("spiral/spiral.csv"))).isEqualTo(Spiral.csv());
  }
}
