package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryCommandTest {

  private static final String NET =
      """
      name: small
      blocks:
        pair:
          inputs: [x]
          layers:
            - {name: conv, type: Convolution, bottom: x, options: {num_output: 4, kernel_size: 3, pad: 1}}
            - {name: relu, type: ReLU, bottom: conv, top: conv}
          outputs: [conv]
      layers:
        - {name: in, type: Input, top: [x, label], options: {shape: [[2, 3, 8, 8], [2]]}}
        - {name: stem, block: pair, bottom: x}
        - {name: norm, type: BatchNorm, bottom: stem}
        - {name: sum, type: Add, bottom: [norm, stem]}
        - {name: flat, type: Flatten, bottom: sum}
        - {name: ip, type: InnerProduct, bottom: flat, options: {num_output: 5}}
        - {name: loss, type: SoftmaxWithLoss, bottom: [ip, label], phase: train}
      """;

  @TempDir private Path folder;

  private Path write(String net) {
    return TinyNets.write(folder.resolve("net.yaml"), net);
  }

  private static JsonNode layer(JsonNode summary, String name) {
    return StreamSupport.stream(summary.get("layers").spliterator(), false)
        .filter(layer -> layer.get("name").textValue().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void printsATableWithTotals() {
    Invocation summary = Invocation.of("summary", write(NET));
    assertThat(summary.code()).isEqualTo(ExitCode.GOOD);
    assertThat(summary.out())
        .isEqualTo(
            """
            small, train: multiply-adds of one item, shapes and memory of all 2

            LAYER      TYPE             TOPS           PARAMETERS  MULTIPLY-ADDS   TRAINING  INFERENCE  FIELD
            in         Input            [2x3x8x8] [2]                             1.508 KiB  1.508 KiB    1x1
            stem/conv  Convolution      [2x4x8x8]             112         6.912k      4 KiB      2 KiB    3x3
            stem/relu  ReLU             [2x4x8x8]                                                         3x3
            norm       BatchNorm        [2x4x8x8]                                     4 KiB      2 KiB    3x3
            sum        Add              [2x4x8x8]                                     4 KiB      2 KiB    3x3
            flat       Flatten          [2x256]                                                           3x3
            ip         InnerProduct     [2x5]               1,285          1.28k       80 B       40 B    all
            loss       SoftmaxWithLoss  []                                              8 B        4 B    all
            total                                           1,397         8.192k  13.59 KiB  7.551 KiB

            9 more numbers are kept as statistics, not learned
            """);
  }

  @Test
  void printsJson() {
    JsonNode summary = Invocation.of("summary", write(NET), "--json").json();
    assertThat(summary.get("items").intValue()).isEqualTo(2);
    JsonNode conv = layer(summary, "stem/conv");
    assertThat(conv.get("tops").toString()).isEqualTo("[{\"name\":\"stem\",\"shape\":[2,4,8,8]}]");
    assertThat(conv.get("multiply_adds").longValue()).isEqualTo(2 * 64 * 4 * 27);
    assertThat(conv.get("multiply_adds_per_item").doubleValue()).isEqualTo(64 * 4 * 27);
    assertThat(conv.get("receptive_field").toString()).isEqualTo("[3,3]");
    assertThat(layer(summary, "ip").get("receptive_field").textValue()).isEqualTo("all");
    assertThat(layer(summary, "norm").get("statistics").longValue()).isEqualTo(9);
    assertThat(summary.get("total").get("parameters").longValue()).isEqualTo(112 + 1285);
  }

  @Test
  void looksAtOnePhase() {
    JsonNode summary = Invocation.of("summary", write(NET), "--phase", "test", "--json").json();
    assertThat(summary.get("phase").textValue()).isEqualTo("test");
    assertThat(summary.get("layers")).hasSize(7);
  }

  @Test
  void countsParametersOnceWhereLayersShareThem() {
    Path net =
        write(
            """
            layers:
              - {name: in, type: Input, top: [a, b], options: {shape: [2, 3]}}
              - {name: left, type: InnerProduct, bottom: a, options: {num_output: 4}}
              - {name: right, type: InnerProduct, bottom: b, options: {num_output: 4}, shares: left}
            """);
    JsonNode summary = Invocation.of("summary", net, "--json").json();
    assertThat(layer(summary, "left").get("parameters").longValue()).isEqualTo(16);
    assertThat(layer(summary, "right").get("parameters").longValue()).isZero();
    assertThat(summary.get("total").get("parameters").longValue()).isEqualTo(16);
    assertThat(summary.get("total").get("multiply_adds").longValue()).isEqualTo(48);
  }

  @Test
  void givesTheWholeBatchWhereInputsDoNotAgreeHowManyItemsThereAre() {
    Path net =
        write("layers: [{name: in, type: Input, top: [a, b], options: {shape: [[2, 3], [4, 3]]}}]");
    assertThat(Invocation.of("summary", net).out()).contains("of the whole batch");
    assertThat(Invocation.of("summary", net, "--json").json().get("items").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Convolution      | {num_output: 4, kernel_size: 3, group: 2, bias_term: false}  | 5184 | 3x3
          Convolution      | {num_output: 1, kernel_size: [3, 1], dilation: 2}            |  768 | 5x1
          Deconvolution    | {num_output: 2, kernel_size: 4, stride: 2}                   | 16384 | 2x2
          Im2col           | {kernel_size: 3}                                             |    0 | 3x3
          Pooling          | {kernel_size: 2, stride: 2}                                  |    0 | 2x2
          Pooling          | {global_pooling: true}                                       |    0 | all
          AdaptivePooling  | {output_size: 3}                                             |    0 | 4x4
          AdaptivePooling  | {output_size: 1}                                             |    0 | all
          SPP              | {pyramid_height: 2}                                          |    0 | all
          LRN              | {local_size: 5}                                              |    0 | 1x1
          LRN              | {local_size: 5, norm_region: within_channel}                 |    0 | 5x5
          Upsample         | {scale_factor: 2}                                            |    0 | 1x1
          Upsample         | {scale_factor: 2, mode: bilinear}                            |    0 | 2x2
          Mean             | {axes: [2, 3]}                                               |    0 | all
          Max              | {axes: [1]}                                                  |    0 | 1x1
          Max              | {axes: [3], keep_dims: true}                                 |    0 | all
          InnerProduct     | {num_output: 10}                                             | 5120 | all
          """)
  void knowsWhatLayersComputeAndSee(String type, String options, long multiplyAdds, String field) {
    String net =
        """
        layers:
          - {name: in, type: Input, options: {shape: [2, 4, 8, 8]}}
          - {name: it, type: %s, bottom: in, options: %s}
        """;
    Invocation summary = Invocation.of("summary", write(net.formatted(type, options)), "--json");
    JsonNode layer = layer(summary.json(), "it");
    assertThat(layer.get("multiply_adds").longValue()).isEqualTo(multiplyAdds);
    String table = Invocation.of("summary", folder.resolve("net.yaml")).out();
    assertThat(table.lines().filter(line -> line.startsWith("it ")))
        .first()
        .asString()
        .endsWith(field);
  }

  @ParameterizedTest
  @CsvSource({"RNN, 2380", "LSTM, 5600"})
  void countsTheStepsOfSequences(String type, long multiplyAdds) {
    String net =
        """
        layers:
          - {name: in, type: Input, top: [x, cont], options: {shape: [[4, 5, 3], [4, 5]]}}
          - {name: it, type: %s, bottom: [x, cont], options: {num_output: 7}}
        """;
    JsonNode summary = Invocation.of("summary", write(net.formatted(type)), "--json").json();
    assertThat(layer(summary, "it").get("multiply_adds").longValue()).isEqualTo(multiplyAdds);
  }

  @Test
  void countsTheProductsOfMatrices() {
    Path net =
        write(
            """
            layers:
              - {name: in, type: Input, top: [a, b], options: {shape: [[2, 3, 4], [2, 5, 4]]}}
              - {name: it, type: MatMul, bottom: [a, b], options: {transpose_b: true}}
            """);
    JsonNode summary = Invocation.of("summary", net, "--json").json();
    assertThat(layer(summary, "it").get("multiply_adds").longValue()).isEqualTo(2 * 3 * 4 * 5);
  }

  @Test
  void reportsWhatIsWrongWithTheNet() {
    Invocation summary =
        Invocation.of("summary", write(NET), "--set", "layers.ip.type=InerProduct");
    assertThat(summary.code()).isEqualTo(ExitCode.DEFINITION);
    assertThat(summary.err()).contains("'InnerProduct'?");
    assertThat(summary.out()).isEmpty();
  }
}
