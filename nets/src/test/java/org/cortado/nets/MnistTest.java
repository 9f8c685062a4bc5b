package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs LeNet on MNIST where its four files are at hand, in the folder that the system property
 * {@code cortado.mnist} names or, beside the project, in {@code shared/data/mnist}.
 */
class MnistTest {

  private static final String PROPERTY = "cortado.mnist";
  private static final Path BESIDE = NetFiles.file("../../shared/data/mnist").normalize();

  @TempDir private Path folder;

  @Test
  void learnsDigitsInAFewIterations() {
    Path data =
        Path.of(Objects.requireNonNullElse(System.getProperty(PROPERTY), BESIDE.toString()));
    assumeTrue(
        Files.isDirectory(data),
        "MNIST isn't in '"
            + data
            + "'; name its folder by -D"
            + PROPERTY
            + "=DIR to run this test");
    Command trained =
        Command.train(
            NetFiles.file("mnist/lenet-solver.yaml"),
            folder.resolve("run"),
            "--data",
            data.toString(),
            "--set",
            "max_iter=200",
            "--set",
            "test.interval=0");
    assertThat(trained.accuracy()).isGreaterThan(0.9);
  }
}
