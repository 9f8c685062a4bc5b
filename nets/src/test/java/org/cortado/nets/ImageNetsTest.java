package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.language.NetOverrides;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.net.Parameter;
import org.cortado.engine.plugin.LayerCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The large nets have the published sizes, and run. */
class ImageNetsTest {

  private static final Backend BACKEND = BestBackend.open(2);

  @AfterAll
  static void closeBackend() {
    BACKEND.close();
  }

  @ParameterizedTest
  @CsvSource({
    "caffenet/caffenet.yaml, 227, 60965224, 1",
    "googlenet/googlenet.yaml, 224, 13378280, 1.6",
    "resnet-18/resnet-18.yaml, 224, 11689512, 1"
  })
  void runsForwardAndBackwardWithAsManyParametersAsPublished(
      String file, int side, long parameters, double losses) {
    try (Net net = net(NetFiles.file(file), side)) {
      assertThat(learned(net)).isEqualTo(parameters);
      net.forward();
      net.backward();
      assertThat(net.loss() / losses).isBetween(4.0, 12.0);
      for (Parameter parameter : net.parameters()) {
        if (parameter.blob().takesGradient()) {
          assertThat(squares(parameter)).as(parameter.key()).isPositive().isFinite();
        }
      }
    }
  }

  private static Net net(Path file, int side) {
    Problems problems = new Problems();
    String one = "layers.input.options.shape=[[2, 3, %d, %d], [2]]".formatted(side, side);
    NetDefinition definition =
        NetFile.read(file, NetOverrides.of(List.of(one)), problems).orElseThrow().net();
    problems.throwIfAny();
    Net net =
        new NetFactory(LayerCatalogue.load(), BACKEND)
            .build(definition, NetSettings.of(Phase.TRAIN, 1, file.resolveSibling("")));
    NetBench.fill(net);
    return net;
  }

  private static long learned(Net net) {
    return net.parameters().stream()
        .filter(parameter -> parameter.blob().takesGradient())
        .mapToLong(parameter -> parameter.blob().count())
        .sum();
  }

  private static double squares(Parameter parameter) {
    double sum = 0;
    for (int i = 0; i < parameter.blob().count(); i++) {
      float dw = parameter.blob().diff().read().get(i);
      sum += (double) dw * dw;
    }
    return sum;
  }
}
