package org.cortado.engine.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cortado.engine.net.Parameter;
import org.junit.jupiter.api.Test;

/** Max-norm, LARS, and what an update says that it saw. */
class UpdateNormsTest {

  private static final double RATE = 0.1;

  private final List<Parameter> parameters = Blobs.parameters();
  private final Random random = new Random(7);

  @Test
  void rowsAreScaledDownToTheGreatestNorm() {
    Parameter parameter = Blobs.parameter("a", 0, random, 1, 1, 3, 2);
    parameter.blob().data().write().put(0, new float[] {3, 4, 0.3f, 0.4f, 0, 0});
    parameter.blob().diff().clear();
    update(List.of(parameter), UpdateSettings.of(new SgdRule(0)).withMaxNorm(2));
    assertThat(weights(parameter)).containsExactly(1.2f, 1.6f, 0.3f, 0.4f, 0, 0);
  }

  @Test
  void noRowOfAnyWeightIsLongerThanTheGreatestNorm() {
    Blobs.gradients(parameters, random);
    update(parameters, UpdateSettings.of(new SgdRule(0.5)).withMaxNorm(0.7));
    for (Parameter parameter : parameters) {
      boolean limited = parameter.blob().shape().axes() > 1 && parameter.lrMult() != 0;
      for (double norm : rowNorms(parameter)) {
        if (limited) {
          assertThat(norm).as(parameter.key()).isCloseTo(0.7, within(1e-5));
        }
      }
    }
  }

  private static double[] rowNorms(Parameter parameter) {
    float[] w = weights(parameter);
    int rows = parameter.blob().shape().dim(0);
    double[] norms = new double[rows];
    for (int i = 0; i < w.length; i++) {
      norms[i / (w.length / rows)] += (double) w[i] * w[i];
    }
    for (int i = 0; i < rows; i++) {
      norms[i] = Math.sqrt(norms[i]);
    }
    return norms;
  }

  @Test
  void vectorsHaveNoRowsUnlessTheySaySo() {
    Parameter bias = Blobs.parameter("a", 0, random, 1, 1, 2);
    bias.blob().data().write().put(0, new float[] {3, -4});
    bias.blob().diff().clear();
    UpdateSettings settings = UpdateSettings.of(new SgdRule(0)).withMaxNorm(2);
    update(List.of(bias), settings);
    assertThat(weights(bias)).containsExactly(3, -4);
    try (ParameterUpdater updater =
        new ParameterUpdater(
            List.of(bias),
            each -> new ParameterSettings(1, 1, Optional.of(1.0)),
            settings,
            Blobs.BACKEND)) {
      updater.update(RATE, 1);
    }
    assertThat(weights(bias)).containsExactly(1, -1);
  }

  @Test
  void larsGivesEveryParameterARateByItsNorms() {
    Decay decay = new Decay(Regularizer.L2, 0.1, false);
    Clipping clipping = new Clipping(Optional.of(3.0), Optional.of(0.2), true);
    UpdateSettings settings =
        UpdateSettings.of(new LarsRule(0.8, 0.02)).with(decay).with(clipping).overPasses(2);
    PlainUpdater plain = new PlainUpdater(parameters, settings, PlainRule.MOMENTUM);
    try (ParameterUpdater updater = new ParameterUpdater(parameters, settings, Blobs.BACKEND)) {
      for (int step = 1; step <= 10; step++) {
        Blobs.gradients(parameters, random);
        plain.update(RATE, step);
        updater.update(RATE, step);
      }
    }
    for (int i = 0; i < parameters.size(); i++) {
      assertThat(plain.distance(i)).as(parameters.get(i).key()).isLessThan(1e-5);
    }
  }

  @Test
  void saysTheNormsOfWhatItSaw() {
    Parameter parameter = Blobs.parameter("a", 0, random, 2, 1, 2);
    parameter.blob().data().write().put(0, new float[] {5, -12});
    parameter.blob().diff().write().put(0, new float[] {6, 8});
    Clipping clipping = new Clipping(Optional.of(2.5), Optional.empty(), false);
    try (ParameterUpdater updater =
        new ParameterUpdater(
            List.of(parameter),
            UpdateSettings.of(new SgdRule(0)).with(clipping).overPasses(2),
            Blobs.BACKEND)) {
      assertThat(updater.measuredUpdate(0.25, 1))
          .containsExactly(new ParameterNorms("a.0", 13, 5, 1.25));
    }
  }

  @Test
  void measuringChangesNoBits() {
    List<Parameter> others = Blobs.parameters();
    UpdateSettings settings = UpdateSettings.of(new AdamRule(0.9, 0.999, 1e-8));
    Blobs.gradients(parameters, new Random(8));
    Blobs.gradients(others, new Random(8));
    update(parameters, settings);
    try (ParameterUpdater updater = new ParameterUpdater(others, settings, Blobs.BACKEND)) {
      List<ParameterNorms> norms = updater.measuredUpdate(RATE, 1);
      assertThat(norms).extracting(ParameterNorms::key).doesNotContain("b.1").hasSize(6);
    }
    for (int i = 0; i < others.size(); i++) {
      assertThat(weights(parameters.get(i))).containsExactly(weights(others.get(i)));
    }
  }

  @Test
  void updatingAllocatesNothing() {
    Clipping clipping = new Clipping(Optional.of(1.0), Optional.of(0.2), false);
    UpdateSettings settings =
        UpdateSettings.of(new SgdRule(0.9)).with(clipping).overPasses(2).withMaxNorm(1);
    try (ParameterUpdater updater = new ParameterUpdater(parameters, settings, Blobs.BACKEND)) {
      updates(updater, 1); // classes are loaded
      updates(updater, 101);
      long before = allocated();
      updates(updater, 201);
      assertThat(allocated() - before).as("bytes in 100 updates").isLessThan(1600);
    }
  }

  private static void updates(ParameterUpdater updater, int first) {
    for (int step = first; step < first + 100; step++) {
      updater.update(RATE, step);
    }
  }

  /** What this thread has allocated; a single object an update would be 1600 bytes or more. */
  private static long allocated() {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static void update(List<Parameter> parameters, UpdateSettings settings) {
    try (ParameterUpdater updater = new ParameterUpdater(parameters, settings, Blobs.BACKEND)) {
      updater.update(RATE, 1);
    }
  }

  private static float[] weights(Parameter parameter) {
    return Blobs.values(parameter.blob().data());
  }
}
