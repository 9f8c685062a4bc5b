package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code cortado summary} says of the nets is what has been published of them. */
class SummariesTest {

  /**
   * Compares with what the authors, Caffe's model zoo and torchvision say of parameters and
   * multiply-adds, and Araujo, Norris and Sim (2019) of receptive fields.
   */
  @ParameterizedTest
  @CsvSource({
    "alexnet/alexnet.yaml, vars.batch=2, 60965224, 724e6, 195",
    "googlenet/googlenet.yaml, vars.batch=2, 6998552, 1.58e9, 907",
    "vgg/vgg.yaml, vars.depth=16, 138357544, 15.47e9, 212",
    "resnet/resnet.yaml, vars.depth=18, 11689512, 1.81e9, 435",
    "resnet/resnet.yaml, vars.depth=50, 25557032, 3.86e9, 483",
    "resnet/resnet.yaml, vars.depth=101, 44549160, 7.57e9, 1027",
    "resnet/resnet.yaml, vars.depth=152, 60192808, 11.3e9, 1507",
    "mobilenet/mobilenet.yaml, vars.batch=2, 4231976, 569e6, 315",
    "squeezenet/squeezenet-1.0.yaml, 'layers.data.options.shape=[16, 3, 224, 224]', 1248424,"
        + " 0.82e9, 155",
    "squeezenet/squeezenet-1.1.yaml, 'layers.data.options.shape=[16, 3, 224, 224]', 1235496,"
        + " 0.35e9, 207"
  })
  void giveThePublishedFigures(
      String file, String setting, long parameters, double multiplyAdds, int field) {
    JsonNode summary = summary(NetFiles.file(file), "--phase", "test", "--set", setting);
    JsonNode total = summary.get("total");
    assertThat(total.get("parameters").longValue()).isEqualTo(parameters);
    assertThat(total.get("multiply_adds_per_item").doubleValue())
        .isCloseTo(multiplyAdds, within(0.005 * multiplyAdds));
    assertThat(summary.get("layers"))
        .extracting(layer -> layer.get("receptive_field").path(0).asInt())
        .contains(field);
  }

  @ParameterizedTest
  @MethodSource("org.cortado.nets.ChecksTest#files")
  void canBeHadOfEveryFile(Path file) {
    assertThat(summary(file).get("layers")).isNotEmpty();
  }

  private static JsonNode summary(Path file, String... more) {
    List<String> arguments = new ArrayList<>(List.of("summary", file.toString(), "--json"));
    arguments.addAll(List.of("--data", NetFiles.data(file).toString()));
    arguments.addAll(List.of(more));
    return Command.run(arguments.toArray(String[]::new)).endsWith(0).json();
  }
}
