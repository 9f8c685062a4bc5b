package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class DescribeCommandTest {

  @Test
  void saysWhatALayerTakesAndMakes() {
    assertThat(Invocation.of("describe", "SoftmaxWithLoss").out())
        .containsPattern("bottoms +2 to 3: scores, labels, weights\n")
        .containsPattern("tops +1 to 2: loss, probabilities\n")
        .containsPattern("loss +yes, the first top\n")
        .contains("no gradient for bottom 1 (labels)");
  }

  @Test
  void saysWhereALayerWorksInPlace() {
    assertThat(Invocation.of("describe", "Sigmoid").out()).containsPattern("in place +yes\n");
    assertThat(Invocation.of("describe", "Swish").out())
        .containsPattern("in place +only where no gradient is wanted\n");
    assertThat(Invocation.of("describe", "Convolution").out()).containsPattern("in place +no\n");

    JsonNode swish = Invocation.of("describe", "Swish", "--json").json();
    assertThat(swish.get("in_place").booleanValue()).isFalse();
    assertThat(swish.get("in_place_forward").booleanValue()).isTrue();
  }

  @Test
  void tabulatesOptions() {
    assertThat(Invocation.of("describe", "InnerProduct").out().lines())
        .anyMatch(line -> line.matches(" +num_output +whole number +required +at least 1 +\\S.*"))
        .anyMatch(line -> line.matches(" +bias_term +true or false +default true +\\S.*"));
  }

  @Test
  void saysWhenThereAreNoOptions() {
    assertThat(Invocation.of("describe", "Reciprocal").out()).endsWith("no options\n");
  }

  @Test
  void describesFillers() {
    assertThat(Invocation.of("describe", "gaussian").out())
        .startsWith("gaussian (a filler)")
        .contains("std");
  }

  @Test
  void printsJson() {
    JsonNode pooling = Invocation.of("describe", "Convolution", "--json").json();
    assertThat(pooling.get("options").get(0).get("key").textValue()).isEqualTo("num_output");
    assertThat(pooling.get("options").get(0).get("required").booleanValue()).isTrue();
    assertThat(pooling.get("bottoms").has("most")).isFalse();
  }

  @Test
  void guessesWhatAnUnknownTypeWasMeantToBe() {
    Invocation describe = Invocation.of("describe", "Convolutoin");
    assertThat(describe.code()).isEqualTo(ExitCode.USAGE);
    assertThat(describe.err())
        .startsWith("there is no layer type or filler 'Convolutoin'; did you mean 'Convolution'?");
    assertThat(describe.out()).isEmpty();
  }
}
