package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhyCommandTest {

  private static final String NET =
      """
      name: net
      blocks:
        pair:
          inputs: [x]
          outputs: [act]
          layers:
            - name: ip
              type: InnerProduct
              bottom: x
              params: [{lr_mult: 1, filler: {type: xavier}}, {lr_mult: 2, decay_mult: 0}]
              options: {num_output: 4}
            - {name: act, type: ReLU, bottom: ip, top: ip}
            - {name: act-out, type: Identity, bottom: ip, top: act}
      layers:
        - {name: in, type: Input, top: [x, label], options: {shape: [[2, 3], [2]]}}
        - {name: first, block: pair, bottom: x}
        - {name: norm, type: BatchNorm, bottom: first, propagate_down: true}
        - {name: cut, type: Identity, bottom: norm, propagate_down: false}
        - {name: a, type: InnerProduct, bottom: cut, params: [{name: w}], options: {num_output: 4, bias_term: false}}
        - {name: b, type: InnerProduct, bottom: cut, params: [{name: w}], options: {num_output: 4, bias_term: false}}
        - {name: c, type: InnerProduct, bottom: cut, shares: a, options: {num_output: 4, bias_term: false}}
        - {name: sum, type: Add, bottom: [a, b, c]}
        - {name: loss, type: SoftmaxWithLoss, bottom: [sum, label], include: [{phase: train}, {stage: [measure]}]}
        - {name: accuracy, type: Accuracy, bottom: [sum, label], phase: test}
        - {name: aside, type: Exp, bottom: sum, exclude: {stage: lean}}
      """;

  private static final String SOLVER =
      """
      net: net.yaml
      base_lr: 0.1
      lr_policy: {type: step, gamma: 0.1, stepsize: 10}
      weight_decay: 0.0005
      max_iter: 20
      """;

  @TempDir private Path folder;
  private Path net = Path.of("");
  private Path solver = Path.of("");

  @BeforeEach
  void writeFiles() {
    net = TinyNets.write(folder.resolve("net.yaml"), NET);
    solver = TinyNets.write(folder.resolve("solver.yaml"), SOLVER);
  }

  private String out(Object... arguments) {
    Invocation why = Invocation.of(arguments);
    assertThat(why.code()).as(why.err()).isEqualTo(ExitCode.GOOD);
    return why.out().replace(folder + "/", "");
  }

  @Test
  void tellsAllOfALayerOfABlock() {
    assertThat(out("why", solver, "first/ip"))
        .isEqualTo(
            """
            layer 'first/ip' (InnerProduct) is in for phase train: no rule keeps it out
              stands at net.yaml:7:9
              in the block used as 'first/' at net.yaml:16:5
              reads        'x' [2x3], written by in
              writes       'first/ip' [2x4], read by first/act
              in place     no
              backward     doesn't run: no loss at it or above asks for it
                           'x' gets no gradient: nothing below learns
              parameter 0  [4x3] its own
                           filled by {"type":"xavier"}
                           lr_mult 1, decay_mult 1: learning rate 0.1, decay 0.0005 in iteration 0
              parameter 1  [4] its own
                           lr_mult 2, decay_mult 0: learning rate 0.2, decay 0 in iteration 0
            """);
  }

  @Test
  void showsWhatTheSolversRulesMake() {
    String rule =
        "parameters=[{match: '**', freeze: true}, {match: a.0, lr_mult: 0.5, max_norm: 3}]";
    assertThat(out("why", solver, "a", "--set", rule))
        .contains("lr_mult 0.5, decay_mult 1, max_norm 3: learning rate 0.05, decay 0.0005");
    assertThat(out("why", solver, "first/ip", "--set", rule))
        .contains(
            "lr_mult 0, decay_mult 1: learning rate 0, decay 0.0005 in iteration 0; it stays");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          in    | backward  doesn't run: neither it nor anything below learns or asks for a gradient
          loss  | backward  runs: a loss at it or above asks for it, and it or something below learns
          loss  | 'sum' gets a gradient: something below learns or asks for a gradient
          loss  | 'label' gets no gradient: this bottom of the type takes no gradient
          cut   | 'norm' gets no gradient: propagate_down forbids it
          norm  | 'first' gets no gradient: the layer itself doesn't run backward
          aside | 'sum' gets no gradient: the layer itself doesn't run backward
          aside | 'aside' [2x4], read by none
          sum   | 'sum' [2x4], read by aside, loss
          first/act | in place  yes
          norm      | a statistic, not learned
          a         | parameter 0  [4x4] its own, used by b, c, too
          b         | parameter 0  [4x4] that of a, which has the same name
          c         | parameter 0  [4x4] that of a, which it shares
          """)
  void saysWhy(String layer, String line) {
    assertThat(out("why", net, layer)).contains(line);
  }

  @Test
  void saysThatAGradientIsForced() {
    assertThat(out("why", net, "first/ip", "--set", "layers.cut.propagate_down=[true]"))
        .contains("'x' gets no gradient: nothing below learns");
    assertThat(
            out(
                "why",
                net,
                "first/ip",
                "--set",
                "force_backward=true",
                "--set",
                "layers.cut.propagate_down=[true]"))
        .contains("'x' gets a gradient: every gradient that can run was asked for");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          accuracy | train | a       | out for phase train, stage a: nothing but {phase: test} includes it
          accuracy | test  | a       | in for phase test, stage a: {phase: test} includes it
          loss     | test  | a       | out for phase test, stage a: nothing but {phase: train} or {stage: [measure]} includes it
          loss     | test  | measure | in for phase test, stage measure: {stage: [measure]} includes it
          aside    | train | lean    | out for phase train, stage lean: {stage: [lean]} excludes it
          """)
  void saysWhetherALayerIsIn(String layer, String phase, String stage, String verdict) {
    assertThat(out("why", net, layer, "--phase", phase, "--stage", stage)).contains(verdict);
  }

  @Test
  void saysThatATestRunsForwardUnlessAsked() {
    assertThat(out("why", net, "loss", "--phase", "test", "--stage", "measure"))
        .contains("backward  would run if asked to: ");
  }

  @Test
  void knowsNoSuchLayer() {
    Invocation why = Invocation.of("why", net, "first/ipp");
    assertThat(why.code()).isEqualTo(ExitCode.USAGE);
    assertThat(why.err()).contains("net 'net' has no layer 'first/ipp'; did you mean 'first/ip'?");
  }

  @Test
  void printsJson() {
    JsonNode why = Invocation.of("why", solver, "first/ip", "--json").json();
    assertThat(why.get("in").booleanValue()).isTrue();
    assertThat(why.get("place").get("line").intValue()).isEqualTo(7);
    assertThat(why.get("uses").get(0).get("prefix").textValue()).isEqualTo("first/");
    assertThat(why.get("bottoms").get(0).get("gradient").booleanValue()).isFalse();
    JsonNode bias = why.get("parameters").get(1);
    assertThat(bias.get("learning_rate").asText()).isEqualTo("0.2");
    assertThat(bias.get("ownership").textValue()).isEqualTo("own");
  }

  @Test
  void printsJsonOfALayerThatIsOut() {
    JsonNode why = Invocation.of("why", net, "accuracy", "--json").json();
    assertThat(why.get("in").booleanValue()).isFalse();
    assertThat(why.get("reason").textValue()).isEqualTo("nothing but {phase: test} includes it");
    assertThat(why.has("bottoms")).isFalse();
  }
}
