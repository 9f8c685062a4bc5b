package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          solver         | solver (a file): how a net learns             | max_iter +iterations +required
          Adam           | Adam (an update rule): follows the mean of gr | momentum2 +number +default 0.999
          cosine         | cosine (a learning rate policy): falls along  | period +iterations +optional
          ema            | ema (an averaging of weights): an exponential | decay +number +default 0.999
          snapshot       | snapshot (a key of solvers): when to save sna | best.metric +text +required
          parameters     | parameters (a key of solvers): what is settle | match +text +required
          early_stopping | early_stopping (a key of solvers): ends the t | patience +whole number +default 5
          """)
  void describesWhatStandsInSolvers(String name, String beginning, String option) {
    Invocation describe = Invocation.of("describe", name);
    assertThat(describe.code()).isEqualTo(ExitCode.GOOD);
    assertThat(describe.out()).startsWith(beginning).containsPattern("(?m)^ +" + option);
  }

  @Test
  void printsAPartOfSolversAsJson() {
    JsonNode adam = Invocation.of("describe", "Adam", "--json").json();
    assertThat(adam.get("name").textValue()).isEqualTo("Adam");
    assertThat(adam.get("kind").textValue()).isEqualTo("an update rule");
    assertThat(adam.get("options").findValuesAsText("key"))
        .containsExactly("momentum", "momentum2", "delta");
  }

  @Test
  void printsAPageOfSolversOnly() {
    assertThat(Invocation.of("describe", "solver", "--markdown").out())
        .startsWith("# Solvers\n")
        .contains("\n### snapshot\n", "| momentum | number | default 0.9 |");
    Invocation adam = Invocation.of("describe", "Adam", "--markdown");
    assertThat(adam.code()).isEqualTo(ExitCode.USAGE);
    assertThat(adam.err()).contains("cortado describe solver --markdown");
  }

  @ParameterizedTest
  @CsvSource({"Adma,Adam", "cosin,cosine", "snapshots,snapshot", "xaver,xavier"})
  void guessesPartsOfSolvers(String wrong, String right) {
    assertThat(Invocation.of("describe", wrong).err())
        .contains("'" + wrong + "'; did you mean '" + right + "'?");
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
        .startsWith(
            "unknown layer type, filler or part of solvers 'Convolutoin'; did you mean"
                + " 'Convolution'?");
    assertThat(describe.out()).isEmpty();
  }
}
