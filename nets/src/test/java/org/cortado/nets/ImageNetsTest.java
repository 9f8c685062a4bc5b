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

/** The nets of the literature have the published sizes, and the large ones run. */
class ImageNetsTest {

  private static final Backend BACKEND = BestBackend.open(2);
  private static final NetFactory FACTORY = new NetFactory(LayerCatalogue.load(), BACKEND);

  @AfterAll
  static void closeBackend() {
    BACKEND.close();
  }

  @ParameterizedTest
  @CsvSource({
    "alexnet/alexnet.yaml, vars.order=alexnet, 60965224",
    "alexnet/alexnet.yaml, vars.order=caffenet, 60965224",
    "googlenet/googlenet.yaml, vars.batch=2, 13378280",
    "mnist/lenet.yaml, name=LeNet, 431080",
    "mnist/lenet-family.yaml, vars.model=lenet-5, 61706",
    "mnist/lenet-family.yaml, vars.model=lenet-300-100, 266610",
    "mobilenet/mobilenet.yaml, vars.width=1, 4231976",
    "resnet/resnet.yaml, vars.depth=18, 11689512",
    "resnet/resnet.yaml, vars.depth=34, 21797672",
    "resnet/resnet.yaml, vars.depth=50, 25557032",
    "resnet/resnet.yaml, vars.depth=101, 44549160",
    "resnet/resnet.yaml, vars.depth=152, 60192808",
    "squeezenet/squeezenet-1.0.yaml, vars.batch=2, 1248424",
    "squeezenet/squeezenet-1.1.yaml, vars.batch=2, 1235496",
    "vgg/vgg.yaml, vars.depth=16, 138357544",
    "vgg/vgg.yaml, vars.depth=19, 143667240"
  })
  void haveAsManyParametersAsPublished(String file, String setting, long parameters) {
    Path net = NetFiles.file(file);
    try (Net planned = FACTORY.plan(definition(net, setting), settings(net))) {
      assertThat(learned(planned)).isEqualTo(parameters);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "alexnet/alexnet.yaml, 1",
    "googlenet/googlenet.yaml, 1.6",
    "mobilenet/mobilenet.yaml, 1",
    "resnet/resnet.yaml, 1",
    "squeezenet/squeezenet-1.1.yaml, 1"
  })
  void runForwardAndBackward(String file, double losses) {
    Path path = NetFiles.file(file);
    try (Net net = FACTORY.build(definition(path, "vars.batch=2"), settings(path))) {
      Inputs.fill(net);
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

  private static NetDefinition definition(Path file, String setting) {
    Problems problems = new Problems();
    NetOverrides overrides = NetOverrides.of(List.of(setting));
    NetDefinition definition = NetFile.read(file, overrides, problems).orElseThrow().net();
    problems.throwIfAny();
    return definition;
  }

  private static NetSettings settings(Path file) {
    return NetSettings.of(Phase.TRAIN, 1, NetFiles.data(file));
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
