package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.engine.net.Parameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParameterUpdaterTest {

  /** More than a grain of work for each thread, and no multiple of a chunk. */
  private static final int COUNT = 50_003;

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
  }

  @Test
  void updatesEveryElementOnceAStep() {
    Blob blob = blob(COUNT);
    SolverDefinition definition = bench.definition("momentum=0.5", "weight_decay=0.25");
    try (ParameterUpdater updater = updater(new Parameter("ip", 0, blob, 2, 0.5f), definition)) {
      updater.update(0.125);
      updater.update(0.25);
    }
    float[] values = Bench.values(blob);
    for (int i = 0; i < COUNT; i++) {
      assertThat(values[i]).as("element %d", i).isEqualTo(afterTwoSteps(i));
    }
  }

  /** Rates 0.125 · 2 and 0.25 · 2, decay 0.25 · 0.5. */
  private static float afterTwoSteps(int i) {
    float w = weight(i);
    float h = 0.25f * (gradient(i) + 0.125f * w);
    w -= h;
    h = 0.5f * h + 0.5f * (gradient(i) + 0.125f * w);
    return w - h;
  }

  @Test
  void leavesFrozenParametersAlone() {
    Blob blob = blob(3);
    try (ParameterUpdater updater =
        updater(new Parameter("ip", 0, blob, 0, 1), bench.definition("weight_decay=1"))) {
      updater.update(1);
    }
    assertThat(Bench.values(blob)).containsExactly(weight(0), weight(1), weight(2));
  }

  @Test
  void takesAClearedGradientForZeros() {
    Blob blob = blob(2);
    blob.diff().clear();
    try (ParameterUpdater updater =
        updater(new Parameter("ip", 0, blob, 1, 1), bench.definition("weight_decay=0.5"))) {
      updater.update(1);
    }
    assertThat(Bench.values(blob)).containsExactly(weight(0) / 2, weight(1) / 2);
  }

  private ParameterUpdater updater(Parameter parameter, SolverDefinition definition) {
    return new ParameterUpdater(List.of(parameter), definition, bench.backend);
  }

  private Blob blob(int count) {
    Blob blob = new Blob(Shape.of(count), bench.backend.memory());
    for (int i = 0; i < count; i++) {
      blob.data().update().put(i, weight(i));
      blob.diff().update().put(i, gradient(i));
    }
    return blob;
  }

  private static float weight(int i) {
    return i % 17 - 8;
  }

  private static float gradient(int i) {
    return i % 5 - 2;
  }
}
