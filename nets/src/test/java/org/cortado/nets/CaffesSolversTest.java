package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortado.api.backend.Backend;
import org.cortado.api.update.UpdateRule;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.Parameter;
import org.cortado.engine.portable.PortableBackend;
import org.cortado.engine.update.AdaDeltaRule;
import org.cortado.engine.update.AdaGradRule;
import org.cortado.engine.update.AdamRule;
import org.cortado.engine.update.Clipping;
import org.cortado.engine.update.Decay;
import org.cortado.engine.update.NesterovRule;
import org.cortado.engine.update.ParameterUpdater;
import org.cortado.engine.update.Regularizer;
import org.cortado.engine.update.RmsPropRule;
import org.cortado.engine.update.SgdRule;
import org.cortado.engine.update.UpdateSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trains a small LeNet as Caffe would. */
class CaffesSolversTest {

  private static final int ITERATIONS = 20;
  private static final int BATCH = 16;
  private static final double MOMENTUM = 0.9;
  private static final double MOMENTUM2 = 0.99;
  private static final double RMS_DECAY = 0.95;
  private static final double DELTA = 1e-4;

  @TempDir private Path folder;

  /** Every type, plain, and with each other option in turn, and with all of them. */
  static Stream<CaffesFormulas.Options> options() {
    return Stream.of("SGD", "Nesterov", "AdaGrad", "RMSProp", "AdaDelta", "Adam")
        .flatMap(
            type ->
                Stream.of(
                    of(type, 0, false, -1, 1),
                    of(type, 0.01, false, -1, 1),
                    of(type, 0.001, true, -1, 1),
                    of(type, 0, false, 0.5, 1),
                    of(type, 0, false, -1, 2),
                    of(type, 0.01, false, 0.5, 2)));
  }

  private static CaffesFormulas.Options of(
      String type, double decay, boolean l1, double clip, int iterSize) {
    return new CaffesFormulas.Options(
        type, MOMENTUM, MOMENTUM2, RMS_DECAY, DELTA, decay, l1, clip, iterSize);
  }

  @ParameterizedTest
  @MethodSource("options")
  void followTheirFormulas(CaffesFormulas.Options options) throws IOException {
    double base = options.type().equals("AdaDelta") ? 1 : 0.005;
    try (Backend backend = new PortableBackend(2);
        Net net = SmallLeNet.build(BATCH, folder, backend);
        ParameterUpdater updater =
            new ParameterUpdater(net.parameters(), settings(options), backend)) {
      CaffesFormulas formulas = new CaffesFormulas(net, options);
      for (int iteration = 0; iteration < ITERATIONS; iteration++) {
        double rate = base / (1 + 0.1 * iteration);
        sweep(net, options.iterSize());
        formulas.update(rate, iteration);
        updater.update(rate, iteration + 1);
      }
      assertThat(formulas.distance()).isLessThan(1e-5);
    }
  }

  private static UpdateSettings settings(CaffesFormulas.Options options) {
    Regularizer regularizer = options.l1() ? Regularizer.L1 : Regularizer.L2;
    Optional<Double> norm = Optional.of(options.clipGradients()).filter(limit -> limit >= 0);
    return UpdateSettings.of(rule(options.type()))
        .with(new Decay(regularizer, options.weightDecay(), false))
        .with(new Clipping(norm, Optional.empty(), true))
        .overPasses(options.iterSize());
  }

  private static UpdateRule rule(String type) {
    return switch (type) {
      case "SGD" -> new SgdRule(MOMENTUM);
      case "Nesterov" -> new NesterovRule(MOMENTUM);
      case "AdaGrad" -> new AdaGradRule(DELTA);
      case "RMSProp" -> new RmsPropRule(RMS_DECAY, DELTA);
      case "AdaDelta" -> new AdaDeltaRule(MOMENTUM, DELTA);
      case "Adam" -> new AdamRule(MOMENTUM, MOMENTUM2, DELTA);
      default -> throw new AssertionError(type);
    };
  }

  private static void sweep(Net net, int passes) {
    net.clearParameterDiffs();
    for (int pass = 0; pass < passes; pass++) {
      net.forward();
      net.backward();
    }
  }

  @Test
  void fourBatchesAddedUpAreOneOfFourTimesTheSize() throws IOException {
    List<float[]> added = trained(BATCH, 4);
    List<float[]> whole = trained(4 * BATCH, 1);
    for (int i = 0; i < added.size(); i++) {
      for (int j = 0; j < added.get(i).length; j++) {
        assertThat(Math.abs(added.get(i)[j] - whole.get(i)[j])).isLessThan(1e-6f);
      }
    }
  }

  private List<float[]> trained(int batch, int passes) throws IOException {
    List<float[]> weights = new ArrayList<>();
    UpdateSettings settings =
        UpdateSettings.of(new SgdRule(MOMENTUM))
            .with(new Clipping(Optional.of(1.0), Optional.empty(), false))
            .overPasses(passes);
    try (Backend backend = new PortableBackend(2);
        Net net = SmallLeNet.build(batch, folder, backend);
        ParameterUpdater updater = new ParameterUpdater(net.parameters(), settings, backend)) {
      for (int step = 1; step <= 5; step++) {
        sweep(net, passes);
        updater.update(0.01, step);
      }
      for (Parameter parameter : net.parameters()) {
        float[] values = new float[parameter.blob().count()];
        parameter.blob().data().read().get(0, values);
        weights.add(values);
      }
    }
    return weights;
  }
}
