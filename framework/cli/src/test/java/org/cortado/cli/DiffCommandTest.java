package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.format.Safetensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffCommandTest {

  private static final String NET =
      """
      layers:
        - {name: in, type: Input, top: [x, label], options: {shape: [[2, 3, 8, 8], [2]]}}
        - {name: conv, type: Convolution, bottom: x, options: {num_output: 4, kernel_size: 3}}
        - {name: relu, type: ReLU, bottom: conv, top: conv}
        - {name: ip, type: InnerProduct, bottom: conv, options: {num_output: 5, weight_filler: xavier}}
        - {name: loss, type: SoftmaxWithLoss, bottom: [ip, label], phase: train}
        - {name: accuracy, type: Accuracy, bottom: [ip, label], phase: test}
      """;

  @TempDir private Path folder;
  private Path net = Path.of("");

  @BeforeEach
  void writeNet() {
    net = TinyNets.write(folder.resolve("a.yaml"), NET);
  }

  private String diff(String other) {
    Invocation diff = Invocation.of("diff", net, TinyNets.write(folder.resolve("b.yaml"), other));
    assertThat(diff.code()).as(diff.err()).isEqualTo(ExitCode.GOOD);
    return diff.out();
  }

  @Test
  void findsNothingBetweenANetAndItself() {
    assertThat(diff(NET)).isEqualTo("no differences\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          kernel_size: 3         | kernel_size: [3], group: 1
          num_output: 4          | num_output: 4, bias_term: true
          weight_filler: xavier  | weight_filler: {type: xavier, variance_norm: fan_in}
          phase: train           | include: [{phase: train}]
          phase: train           | phase: train, loss_weight: 1
          type: ReLU,            | type: ReLU, params: [],
          """)
  void findsNothingWhereADefaultIsSaid(String silent, String said) {
    assertThat(NET).contains(silent);
    assertThat(diff(NET.replace(silent, said))).isEqualTo("no differences\n");
  }

  @Test
  void findsNothingBetweenABlockAndItsLayers() {
    String blocks =
        """
        blocks:
          pair:
            inputs: x
            outputs: .
            layers:
              - {name: ., type: Convolution, bottom: x, options: {num_output: 4, kernel_size: 3}}
              - {name: relu, type: ReLU, bottom: ., top: .}
        layers:
          - {name: in, type: Input, top: [x, label], options: {shape: [[2, 3, 8, 8], [2]]}}
          - {name: conv, block: pair, bottom: x}
        """;
    String rest = NET.substring(NET.indexOf("  - {name: ip"));
    assertThat(diff(blocks + rest)).isEqualTo("renamed: layer 'relu' (ReLU) → 'conv/relu'\n");
  }

  @Test
  void tellsOptionsAndTheShapesThatComeOfThem() {
    assertThat(diff(NET.replace("num_output: 5", "num_output: 6")))
        .isEqualTo(
            """
            changed: layer 'ip' (InnerProduct)
              options.num_output: 5 → 6
              shape of parameter 0: [5x144] → [6x144]
              shape of parameter 1: [5] → [6]
              shape of top 0: [2x5] → [2x6]
            """);
  }

  @Test
  void followsALayerUnderAnotherName() {
    assertThat(diff(NET.replace("name: conv,", "name: first,").replace(": conv", ": first")))
        .isEqualTo("renamed: layer 'conv' (Convolution) → 'first'\n");
  }

  @Test
  void tellsLayersThatCameAndWent() {
    String other =
        NET.replace("  - {name: relu, type: ReLU, bottom: conv, top: conv}\n", "")
            .replace("bottom: conv,", "bottom: drop,")
            .replace(
                "  - {name: ip,", "  - {name: drop, type: Dropout, bottom: conv}\n  - {name: ip,");
    assertThat(diff(other))
        .isEqualTo(
            """
            removed: layer 'relu' (ReLU)
            added: layer 'drop' (Dropout)
            changed: layer 'ip' (InnerProduct)
              bottom: [conv] → [drop]
            """);
  }

  @Test
  void tellsTheFewestLayersThatMoved() {
    String loss = "  - {name: loss, type: SoftmaxWithLoss, bottom: [ip, label], phase: train}\n";
    String other = NET.replace(loss, "").replace("layers:\n", "layers:\n" + loss);
    assertThat(diff(other)).isEqualTo("moved: layer 'loss' (SoftmaxWithLoss)\n");
  }

  @Test
  void tellsRulesParametersAndTheNetsOwnSettings() {
    String other =
        "force_backward: true\n"
            + NET.replace("bottom: conv, options", "bottom: conv, params: [{lr_mult: 2}], options")
                .replace("phase: test", "phase: test, loss_weight: 2");
    assertThat(diff(other))
        .contains("force_backward: false → true\n")
        .contains("  params.0.lr_mult: (none) → 2.0\n")
        .contains("  loss_weight: (none) → [2.0]\n");
  }

  @ParameterizedTest
  @CsvSource({"5, 0", "6, 1"})
  void endsWithOneForADifferenceIfAsked(int outputs, int code) {
    Path other =
        TinyNets.write(
            folder.resolve("b.yaml"), NET.replace("num_output: 5", "num_output: " + outputs));
    assertThat(Invocation.of("diff", net, other, "--exit-code").code()).isEqualTo(code);
  }

  @Test
  void printsJson() {
    Path other =
        TinyNets.write(folder.resolve("b.yaml"), NET.replace("name: ip,", "name: fc, top: ip,"));
    JsonNode diff = Invocation.of("diff", net, other, "--json").json();
    assertThat(diff.get("equal").booleanValue()).isFalse();
    assertThat(diff.get("renamed").toString())
        .isEqualTo("[{\"layer\":\"ip\",\"type\":\"InnerProduct\",\"name\":\"fc\"}]");
  }

  private Path weights(String name, Map<String, float[]> blobs) {
    Path file = folder.resolve(name);
    try (Backend backend = Backends.openForPlans()) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      blobs.forEach(
          (key, values) -> {
            Tensor tensor = new Tensor(Shape.of(values.length / 2, 2), backend.memory());
            tensor.write().put(0, values);
            tensors.put(key, tensor);
          });
      Safetensors.write(file, tensors, Map.of());
    }
    return file;
  }

  private Path before() {
    Map<String, float[]> blobs = new LinkedHashMap<>();
    blobs.put("gone", new float[] {1, 2});
    blobs.put("same", new float[] {1, 2});
    blobs.put("w", new float[] {3, 0, 0, 4});
    blobs.put("shape", new float[] {1, 2});
    return weights("a.safetensors", blobs);
  }

  private Path after() {
    Map<String, float[]> blobs = new LinkedHashMap<>();
    blobs.put("same", new float[] {1, 2});
    blobs.put("w", new float[] {3, 3, 0, 8});
    blobs.put("shape", new float[] {1, 2, 3, 4});
    blobs.put("new", new float[] {1, 2});
    return weights("b.safetensors", blobs);
  }

  @Test
  void comparesWeights() {
    Invocation diff = Invocation.of("diff", before(), after(), "--exit-code");
    assertThat(diff.code()).isEqualTo(1);
    assertThat(diff.out())
        .isEqualTo(
            """
            removed: gone
            added: new
            reshaped: shape [1x2] → [2x2]
            BLOB  SHAPE  NORM OF A  NORM OF B  OF B - A  DIFFERING  LARGEST CHANGE
            w     [2x2]          5      9.055         5          2  4 → 8 at [1, 1]
            no differences in 1 other blobs
            """);
  }

  @Test
  void comparesWeightsForJson() {
    JsonNode diff = Invocation.of("diff", before(), after(), "--json").json();
    JsonNode w = diff.get("blobs").get(1);
    assertThat(w.get("norm_before").doubleValue()).isEqualTo(5);
    assertThat(w.get("norm_of_change").doubleValue()).isEqualTo(5);
    assertThat(w.get("largest_change").toString())
        .isEqualTo("{\"index\":[1,1],\"before\":4.0,\"after\":8.0}");
    assertThat(diff.get("blobs").get(0).get("largest_change").isNull()).isTrue();
  }

  @Test
  void findsNothingBetweenEqualWeights() {
    Path nan = weights("nan.safetensors", Map.of("w", new float[] {Float.NaN, 1}));
    assertThat(Invocation.of("diff", nan, nan, "--exit-code"))
        .isEqualTo(new Invocation(0, "no differences in 1 blobs\n", ""));
  }

  @Test
  void takesANumberThatBecameNoneForTheLargestChange() {
    Path one = weights("one.safetensors", Map.of("w", new float[] {1, 1}));
    Path nan = weights("nan.safetensors", Map.of("w", new float[] {9, Float.NaN}));
    assertThat(Invocation.of("diff", one, nan).out()).contains("1 → NaN at [0, 1]");
  }

  @Test
  void refusesToCompareANetWithWeights() {
    Invocation diff = Invocation.of("diff", net, before());
    assertThat(diff.code()).isEqualTo(ExitCode.USAGE);
    assertThat(diff.err()).contains("must both be nets");
  }
}
