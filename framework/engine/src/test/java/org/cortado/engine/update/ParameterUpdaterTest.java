package org.cortado.engine.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Tensor;
import org.cortado.api.update.UpdateRule;
import org.cortado.engine.net.Parameter;
import org.cortado.engine.portable.PortableBackendFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterUpdaterTest {

  private static final int STEPS = 20;
  private static final Decay L2 = new Decay(Regularizer.L2, 0.1, false);
  private static final Decay L1 = new Decay(Regularizer.L1, 0.05, false);
  private static final Decay DECOUPLED = new Decay(Regularizer.L2, 0.1, true);
  private static final Clipping BY_BOTH = new Clipping(Optional.of(5.0), Optional.of(0.2), false);
  private static final Clipping SUMS = new Clipping(Optional.of(5.0), Optional.of(0.2), true);

  private final List<Parameter> parameters = Blobs.parameters();
  private final Random random = new Random(2);

  /** All rules with all that is done before them, in many combinations. */
  static Stream<Arguments> settings() {
    return PlainRule.ALL.keySet().stream()
        .map(UpdateSettings::of)
        .flatMap(
            plain ->
                Stream.of(
                    plain,
                    plain.with(L2),
                    plain.with(L1).overPasses(4),
                    plain.with(DECOUPLED).with(BY_BOTH),
                    plain.with(L2).with(BY_BOTH).overPasses(3),
                    plain.with(L1).with(SUMS).overPasses(3)))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void doesWhatPlainLoopsDo(UpdateSettings settings) {
    PlainRule rule = Objects.requireNonNull(PlainRule.ALL.get(settings.rule()));
    PlainUpdater plain = new PlainUpdater(parameters, settings, rule);
    try (ParameterUpdater updater = updater(settings)) {
      for (int step = 1; step <= STEPS; step++) {
        Blobs.gradients(parameters, random);
        plain.update(0.1 / step, step);
        updater.update(0.1 / step, step);
      }
    }
    for (int i = 0; i < parameters.size(); i++) {
      assertThat(plain.distance(i)).as(parameters.get(i).key()).isLessThan(1e-5);
    }
  }

  private ParameterUpdater updater(UpdateSettings settings) {
    return new ParameterUpdater(parameters, settings, Blobs.BACKEND);
  }

  private static float[] weights(Parameter parameter) {
    return Blobs.values(parameter.blob().data());
  }

  @Test
  void theBitsDontDependOnThreads() {
    for (UpdateRule rule : rules()) {
      UpdateSettings settings =
          UpdateSettings.of(rule).with(L2).with(BY_BOTH).overPasses(3).withMaxNorm(2);
      List<float[]> once = trained(settings, 1);
      assertThat(trained(settings, 2)).as(rule.toString()).containsExactlyElementsOf(once);
      assertThat(trained(settings, 3)).as(rule.toString()).containsExactlyElementsOf(once);
    }
  }

  private static List<UpdateRule> rules() {
    List<UpdateRule> rules = new ArrayList<>(PlainRule.ALL.keySet());
    rules.add(new LarsRule(0.9, 0.01));
    return rules;
  }

  private static List<float[]> trained(UpdateSettings settings, int threads) {
    List<Parameter> trained = Blobs.parameters();
    Random drawn = new Random(5);
    try (Backend backend = new PortableBackendFactory().create(threads);
        ParameterUpdater updater = new ParameterUpdater(trained, settings, backend)) {
      for (int step = 1; step <= STEPS; step++) {
        Blobs.gradients(trained, drawn);
        updater.update(0.1, step);
      }
    }
    return trained.stream().map(ParameterUpdaterTest::weights).toList();
  }

  @Test
  void caffeClipsTheSumAndWeTheMean() {
    Parameter parameter = Blobs.parameter("a", 0, random, 1, 1, 2);
    UpdateSettings settings = UpdateSettings.of(new SgdRule(0)).overPasses(2);
    Optional<Double> norm = Optional.of(4.0);
    Clipping means = new Clipping(norm, Optional.empty(), false);
    Clipping sums = new Clipping(norm, Optional.empty(), true);
    assertThat(changes(parameter, settings.with(means), 6, 8)).containsExactly(2.4f, 3.2f);
    assertThat(changes(parameter, settings.with(sums), 6, 8)).containsExactly(1.2f, 1.6f);
    assertThat(changes(parameter, settings.with(means), 3, 4)).containsExactly(1.5f, 2);
  }

  @Test
  void valuesAreClippedBeforeTheNormIsTaken() {
    Parameter parameter = Blobs.parameter("a", 0, random, 1, 1, 2);
    Clipping clipping = new Clipping(Optional.of(2.5), Optional.of(4.0), false);
    UpdateSettings settings = UpdateSettings.of(new SgdRule(0)).with(clipping);
    assertThat(changes(parameter, settings, 3, -40)).containsExactly(1.5f, -2);
  }

  private static float[] changes(Parameter parameter, UpdateSettings settings, float... gradient) {
    parameter.blob().data().write().put(0, new float[gradient.length]);
    parameter.blob().diff().write().put(0, gradient);
    try (ParameterUpdater updater =
        new ParameterUpdater(List.of(parameter), settings, Blobs.BACKEND)) {
      updater.update(1, 1);
    }
    float[] changes = weights(parameter);
    for (int i = 0; i < changes.length; i++) {
      changes[i] = -changes[i];
    }
    return changes;
  }

  @Test
  void saysTheNormThatItClips() {
    Parameter parameter = Blobs.parameter("a", 0, random, 1, 1, 2);
    parameter.blob().diff().write().put(0, new float[] {6, 8});
    Clipping clipping = new Clipping(Optional.of(1.0), Optional.empty(), false);
    UpdateSettings settings = UpdateSettings.of(new SgdRule(0)).with(clipping).overPasses(2);
    try (ParameterUpdater updater =
        new ParameterUpdater(List.of(parameter), settings, Blobs.BACKEND)) {
      assertThat(updater.gradientNorm()).isEmpty();
      updater.update(1, 1);
      assertThat(updater.gradientNorm()).hasValue(5);
    }
  }

  @Test
  void frozenParametersStayAndHaveNoHistory() {
    float[] frozen = weights(parameters.get(3));
    try (ParameterUpdater updater = updater(UpdateSettings.of(new AdamRule(0.9, 0.999, 1)))) {
      updater.update(1, 1);
      assertThat(updater.histories())
          .containsOnlyKeys(
              "a.0/mean",
              "a.0/square",
              "a.1/mean",
              "a.1/square",
              "b.0/mean",
              "b.0/square",
              "c.0/mean",
              "c.0/square",
              "c.1/mean",
              "c.1/square",
              "d.0/mean",
              "d.0/square");
    }
    assertThat(weights(parameters.get(3))).containsExactly(frozen);
  }

  @Test
  void whatIsSettledForAParameterOverrulesTheNet() {
    float[] first = weights(parameters.get(0));
    UpdateSettings settings = UpdateSettings.of(new SgdRule(0)).with(L2);
    try (ParameterUpdater updater =
        new ParameterUpdater(
            parameters,
            parameter ->
                new ParameterSettings(parameter.layer().equals("a") ? 0 : 1, 0, Optional.empty()),
            settings,
            Blobs.BACKEND)) {
      Blobs.gradients(parameters, random);
      float[] before = weights(parameters.get(3));
      updater.update(1, 1);
      assertThat(weights(parameters.get(0))).containsExactly(first);
      assertThat(weights(parameters.get(3))[0])
          .isEqualTo(before[0] - parameters.get(3).blob().diff().read().get(0));
    }
  }

  @Test
  void takesAClearedGradientForZeros() {
    Parameter parameter = Blobs.parameter("a", 0, random, 1, 1, 2);
    float[] before = weights(parameter);
    parameter.blob().diff().clear();
    Decay half = new Decay(Regularizer.L2, 0.5, false);
    try (ParameterUpdater updater =
        new ParameterUpdater(
            List.of(parameter), UpdateSettings.of(new SgdRule(0)).with(half), Blobs.BACKEND)) {
      updater.update(1, 1);
    }
    assertThat(weights(parameter)).containsExactly(before[0] / 2, before[1] / 2);
  }

  @Test
  void goesOnFromRestoredHistories() {
    for (UpdateRule rule : rules()) {
      UpdateSettings settings = UpdateSettings.of(rule).with(L2);
      List<Parameter> resumed = Blobs.parameters();
      Random drawn = new Random(5);
      try (ParameterUpdater first = new ParameterUpdater(resumed, settings, Blobs.BACKEND);
          ParameterUpdater second = new ParameterUpdater(resumed, settings, Blobs.BACKEND)) {
        for (int step = 1; step <= STEPS / 2; step++) {
          Blobs.gradients(resumed, drawn);
          first.update(0.1, step);
        }
        Map<String, Tensor> saved = first.histories();
        second.histories().forEach((key, tensor) -> tensor.copyFrom(held(saved, key)));
        for (int step = STEPS / 2 + 1; step <= STEPS; step++) {
          Blobs.gradients(resumed, drawn);
          second.update(0.1, step);
        }
      }
      assertThat(resumed.stream().map(ParameterUpdaterTest::weights))
          .as(rule.toString())
          .containsExactlyElementsOf(trained(settings, 2));
    }
  }

  private static Tensor held(Map<String, Tensor> tensors, String key) {
    return Objects.requireNonNull(tensors.get(key));
  }
}
