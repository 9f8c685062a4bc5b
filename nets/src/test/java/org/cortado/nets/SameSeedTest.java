package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameSeedTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "char-lstm/char-lstm-solver.yaml",
        "iris/three-layer-solver.yaml",
        "fashion-mnist/lenet-solver.yaml"
      })
  void givesTheSameWeightsToTheByte(String solver) throws IOException {
    byte[] once = weights(solver, 1, "once");
    assertThat(weights(solver, 1, "again")).isEqualTo(once);
    assertThat(weights(solver, 2, "other")).isNotEqualTo(once);
  }

  private byte[] weights(String solver, int seed, String run) throws IOException {
    Path out = folder.resolve(run);
    Command.train(
        NetFiles.file(solver),
        out,
        "--seed",
        Integer.toString(seed),
        "--set",
        "max_iter=10",
        "--set",
        "test.interval=0");
    return Files.readAllBytes(out.resolve("weights.safetensors"));
  }
}
