package org.cortado.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cortado.api.Phase;
import org.cortado.engine.definition.ExpandedYaml;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.NetState;
import org.cortado.engine.definition.Problem;
import org.cortado.engine.definition.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpansionTest {

  @TempDir Path folder;
  private final Problems problems = new Problems();

  private NetFile expand(String net, String... settings) {
    NetFile file = read(net, settings).orElseThrow();
    assertThat(problems.sorted()).isEmpty();
    return file;
  }

  private Optional<NetFile> read(String net, String... settings) {
    return NetFile.read(write("net.yaml", net), NetOverrides.of(List.of(settings)), problems);
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(NetFile file) {
    return file.net().layers().stream()
        .map(layer -> layer.name() + ": " + layer.bottoms() + " > " + layer.tops())
        .toList();
  }

  private static String option(LayerDefinition layer, String key) {
    return new ExpandedYaml().write(layer.options().get(key).orElseThrow()).strip();
  }

  @Test
  void expressionsAreReckonedExactly() {
    NetFile file =
        expand(
            """
            vars: {width: 8, rate: 0.1, many: [3, 5], by_depth: {18: two, 34: three}, depth: 34}
            layers:
              - name: layer_${width}
                type: T
                options:
                  twice: ${width * 2}
                  half: ${width / 16}
                  exact: ${rate * 3}
                  text: w${width}x${width}
                  list: ${many}
                  second: ${many[1]}
                  picked: ${pick(by_depth, depth)}
                  chosen: ${if(depth > 20, 'deep', 'flat')}
                  flag: ${width == 8}
                  escaped: $${width}
                  flow: {a: "${max(width, 9)}"}
                  kept: ${rate}
            """);
    LayerDefinition layer = file.net().layers().get(0);
    assertThat(layer.name()).isEqualTo("layer_8");
    assertThat(layer.options().keys())
        .extracting(key -> key + " " + option(layer, key))
        .containsExactly(
            "twice 16",
            "half 0.5",
            "exact 0.3",
            "text w8x8",
            "list - 3\n  - 5",
            "second 5",
            "picked three",
            "chosen deep",
            "flag true",
            "escaped \"${width}\"",
            "flow a: 9",
            "kept 0.1");
  }

  @Test
  void theCommandLineSetsVariables() {
    NetFile file =
        expand(
            """
            vars: {width: 8, double: "${width * 2}"}
            layers:
              - {name: a, type: T, options: {n: "${double}"}}
            """,
            "vars.width=64");
    assertThat(option(file.net().layers().get(0), "n")).isEqualTo("128");
  }

  private static final String BLOCKS =
      """
      blocks:
        unit:
          args: {n: , k: "${n + 1}"}
          inputs: x
          outputs: y
          layers:
            - {name: conv, type: Convolution, bottom: x, options: {n: "${n}", k: "${k}"}}
            - {name: y, type: ReLU, bottom: conv}
        pair:
          inputs: x
          outputs: [sum, aux]
          layers:
            - {name: one, block: unit, bottom: x, args: [1]}
            - {name: two, block: unit, bottom: one, args: {n: 2}}
            - {name: add, type: Eltwise, bottom: [one, two], top: sum}
            - {name: aux, type: Pooling, bottom: one/conv}
      """;

  @Test
  void aBlockIsUsedWithItsNamesBelowTheUse() {
    NetFile file =
        expand(
            BLOCKS
                + """
                layers:
                  - {name: stem, block: unit, bottom: data, args: [7]}
                  - {name: body, block: pair, bottom: {x: stem}, top: {aux: side}}
                """);
    assertThat(lines(file))
        .containsExactly(
            "stem/conv: [data] > [stem/conv]",
            "stem/y: [stem/conv] > [stem]",
            "body/one/conv: [stem] > [body/one/conv]",
            "body/one/y: [body/one/conv] > [body/one]",
            "body/two/conv: [body/one] > [body/two/conv]",
            "body/two/y: [body/two/conv] > [body/two]",
            "body/add: [body/one, body/two] > [body/sum]",
            "body/aux: [body/one/conv] > [side]");
    assertThat(option(file.net().layers().get(0), "k")).isEqualTo("8");
  }

  @Test
  void repeatingChains() {
    NetFile file =
        expand(
            BLOCKS
                + """
                layers:
                  - {name: a, block: unit, bottom: data, repeat: 2, args: ["${index * 10}"]}
                  - {name: b, block: unit, bottom: a, top: out, repeat: [{n: 3}, [4, 5]]}
                  - {name: p, type: Pooling, bottom: out, repeat: 2}
                """);
    assertThat(lines(file))
        .containsExactly(
            "a/1/conv: [data] > [a/1/conv]",
            "a/1/y: [a/1/conv] > [a/1]",
            "a/2/conv: [a/1] > [a/2/conv]",
            "a/2/y: [a/2/conv] > [a]",
            "b/1/conv: [a] > [b/1/conv]",
            "b/1/y: [b/1/conv] > [b/1]",
            "b/2/conv: [b/1] > [b/2/conv]",
            "b/2/y: [b/2/conv] > [out]",
            "p/1: [out] > [p/1]",
            "p/2: [p/1] > [p]");
    List<LayerDefinition> layers = file.net().layers();
    assertThat(option(layers.get(2), "n")).isEqualTo("20");
    assertThat(option(layers.get(6), "k")).isEqualTo("5");
  }

  @Test
  void unrollingSharesParametersAndCarriesState() {
    NetFile file =
        expand(
            """
            blocks:
              cell:
                inputs: [x, h]
                outputs: [next, y]
                layers:
                  - {name: next, type: Sum, bottom: [x, h]}
                  - {name: y, type: Out, bottom: next}
            layers:
              - name: rnn
                block: cell
                bottom: [seq, zero]
                top: {y: all}
                unroll: {steps: 2, slice: x, carry: {h: next}, join: y}
            """);
    assertThat(lines(file))
        .containsExactly(
            "rnn/x: [seq] > [rnn/1/x, rnn/2/x]",
            "rnn/y: [rnn/1/y, rnn/2/y] > [all]",
            "rnn/1/next: [rnn/1/x, zero] > [rnn/1/next]",
            "rnn/1/y: [rnn/1/next] > [rnn/1/y]",
            "rnn/2/next: [rnn/2/x, rnn/1/next] > [rnn/next]",
            "rnn/2/y: [rnn/next] > [rnn/2/y]");
    assertThat(file.net().layers())
        .extracting(LayerDefinition::shares)
        .containsExactly(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("rnn/1/next"),
            Optional.of("rnn/1/y"));
  }

  @Test
  void aUseMaySharesTheParametersOfAnother() {
    NetFile file =
        expand(
            BLOCKS
                + """
                layers:
                  - {name: left, block: pair, bottom: a}
                  - {name: right, block: pair, bottom: b, shares: left}
                """);
    assertThat(file.net().layers().get(6).shares()).contains("left/one/conv");
    assertThat(file.net().layers().get(10).shares()).contains("left/add");
  }

  @Test
  void oneLayerOfABlockMayBearTheNameOfTheUse() {
    NetFile file =
        expand(
            """
            blocks:
              conv:
                inputs: x
                outputs: .
                layers:
                  - {name: ., type: Convolution, bottom: x}
                  - {name: relu, type: ReLU, bottom: ., top: .}
            layers:
              - {name: a/3x3, block: conv, bottom: data}
              - {name: b, block: conv, bottom: a/3x3, top: c}
            """);
    assertThat(lines(file))
        .containsExactly(
            "a/3x3: [data] > [a/3x3]",
            "a/3x3/relu: [a/3x3] > [a/3x3]",
            "b: [a/3x3] > [c]",
            "b/relu: [c] > [c]");
  }

  @Test
  void importsStayInsideTheRoot() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    write("shared.yaml", "blocks: {b: {outputs: y, layers: [{name: y, type: T}]}}");
    Path net = write("inside/net.yaml", "import: ../shared.yaml\nlayers: [{name: a, block: b}]\n");
    NetFile.read(net, new NetOverrides(List.of(), Optional.of(inside)), problems);
    assertThat(problems.sorted().get(0).message())
        .isEqualTo("import lies outside of the root folder " + inside.toRealPath());
    Problems none = new Problems();
    NetFile.read(net, new NetOverrides(List.of(), Optional.of(folder)), none);
    assertThat(none.sorted()).isEmpty();
  }

  @Test
  void layersAreThereWhereTheirConditionHolds() {
    NetFile file =
        expand(
            """
            vars: {deep: false}
            layers:
              - {name: a, type: T, when: "${deep}"}
              - {name: b, type: T, when: "${!deep}"}
            """);
    assertThat(lines(file)).containsExactly("b: [] > [b]");
  }

  @Test
  void aUsesRulesHoldForItsLayers() {
    NetFile file =
        expand(
            """
            blocks:
              feed:
                outputs: d
                layers:
                  - {name: d, type: D, include: [{stage: small}, {phase: test, min_level: 2}]}
            layers:
              - {name: feed, block: feed, include: {phase: train, not_stage: none}}
            """);
    LayerDefinition layer = file.net().layers().get(0);
    assertThat(layer.isIn(new NetState(Phase.TRAIN, 0, Set.of("small")))).isTrue();
    assertThat(layer.isIn(new NetState(Phase.TRAIN, 0, Set.of("small", "none")))).isFalse();
    assertThat(layer.isIn(new NetState(Phase.TEST, 2, Set.of()))).isFalse();
    assertThat(layer.isIn(new NetState(Phase.TEST, 2, Set.of("small")))).isFalse();
  }

  @Test
  void importsBlocksAndWhatTheyKnow() {
    write(
        "deep.yaml",
        "vars: {k: 5}\nimport: deeper.yaml\nblocks: {b: {inputs: x, outputs: y, "
            + "layers: [{name: y, block: c, bottom: x, args: [\"${k}\"]}]}}\n");
    write(
        "deeper.yaml",
        "blocks: {c: {args: [k], inputs: x, outputs: y, layers: "
            + "[{name: y, type: T, bottom: x, options: {k: \"${k}\"}}]}}\n");
    NetFile file =
        expand(
            """
            import: [deep.yaml, deeper.yaml]
            layers:
              - {name: one, block: b, bottom: data}
              - {name: two, block: c, bottom: one, args: [6]}
            """);
    assertThat(lines(file)).containsExactly("one/y/y: [data] > [one]", "two/y: [one] > [two]");
    assertThat(option(file.net().layers().get(0), "k")).isEqualTo("5");
  }

  @Test
  void aliasesAndMergedMapsStandForWhatTheyName() {
    NetFile file =
        expand(
            """
            vars:
              conv: &conv {num_output: 8, pad: 1}
            layers:
              - {name: a, type: T, options: *conv}
              - {name: b, type: T, options: {<<: *conv, pad: 0}}
            """);
    assertThat(option(file.net().layers().get(0), "pad")).isEqualTo("1");
    assertThat(option(file.net().layers().get(1), "pad")).isEqualTo("0");
    assertThat(option(file.net().layers().get(1), "num_output")).isEqualTo("8");
  }

  @Test
  void whatComesOutReadsBackToTheSameNet() {
    NetFile file =
        expand(
            BLOCKS
                + """
                layers:
                  - {name: a, block: pair, bottom: data, phase: train}
                  - {name: b, block: pair, bottom: a/sum, exclude: {stage: [x, y]}, shares: a}
                """);
    String flat = new ExpandedYaml().write(file.flat());
    NetFile again = expand(flat);
    assertThat(lines(again)).isEqualTo(lines(file));
    assertThat(again.net().layers())
        .extracting(LayerDefinition::inclusion)
        .isEqualTo(file.net().layers().stream().map(LayerDefinition::inclusion).toList());
    assertThat(new ExpandedYaml().write(again.flat())).isEqualTo(flat);
  }

  @Test
  void settingsReachLayersThatComeOfBlocks() {
    NetFile file =
        expand(
            BLOCKS + "layers:\n  - {name: stem, block: unit, bottom: data, args: [7]}\n",
            "layers.stem/conv.options.n=9",
            "layers.stem.args=[3, 4]");
    assertThat(option(file.net().layers().get(0), "n")).isEqualTo("9");
    assertThat(option(file.net().layers().get(0), "k")).isEqualTo("4");
  }

  @Test
  void aProblemInABlockIsSaidOnceWithItsUse() {
    read(
        """
        blocks:
          unit:
            inputs: x
            outputs: y
            layers:
              - {name: y, type: ReLU, botom: x}
        layers:
          - {name: a, block: unit, bottom: data}
          - {name: b, block: unit, bottom: a, repeat: 2}
        """);
    assertThat(problems.sorted())
        .extracting(Problem::toString)
        .containsExactly(
            folder.resolve("net.yaml")
                + ":6:31: layer 'a/y': unknown key 'botom'; did you mean 'bottom'?"
                + " (in a block used at "
                + folder.resolve("net.yaml")
                + ":8:5, and in 2 more uses)");
  }

  @Test
  void variablesDifferByCase() {
    NetFile file =
        expand(
            """
            vars: {n: 1, N: 2, map: {key: 5}}
            layers:
              - {name: a, type: T, options: {sum: "${n + N}", field: "${map.key}"}}
            """);
    assertThat(option(file.net().layers().get(0), "sum")).isEqualTo("3");
    assertThat(option(file.net().layers().get(0), "field")).isEqualTo("5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "if(text, 1, 2)   | 'if' takes true or false, but gets the text '64'",
        "!list            | '!' takes true or false, but gets a list",
        "iff(true, 1, 2)  | there is no function 'iff'; did you mean 'if'?",
        "max(text, 1)     | 'max' takes numbers, but gets the text '64'",
        "5 < text         | '<' takes numbers, but gets the text '64'",
        "floor(empty)     | 'floor' takes numbers, but gets an empty value",
        "1 > empty        | '>' takes numbers, but gets an empty value",
        "list * 2         | '*' takes numbers, but gets a list",
        "pick(map, null)  | pick takes a map and a key, but the key is empty",
        "10 ^ 999999999   | '^' gets too large a number",
        "round(1, 9999999)| 'round' gets too large a number",
        "huge + 0         | can't reckon with '1e999999999'",
        "sqrt(0 - 1)      | negative",
        "(0 - 8) ^ 0.5    | it has no value",
        "list[7]          | out of",
        "1e999999999      | too large",
      })
  void expressionsThatCantBeReckonedAreReported(String expression, String message) {
    read(
        """
        vars: {text: "64", empty: , list: [1], map: {a: 1}, huge: 1e999999999}
        layers:
          - {name: a, type: T, options: {x: "${%s}"}}
        """
            .formatted(expression));
    assertThat(problems.sorted()).hasSize(1);
    assertThat(problems.sorted().get(0).message()).containsIgnoringCase(message);
  }

  @Test
  void aLayerWithTheNameOfItsUseCanBeShared() {
    NetFile file =
        expand(
            """
            blocks:
              fc:
                inputs: x
                outputs: .
                layers:
                  - {name: ., type: InnerProduct, bottom: x}
            layers:
              - {name: a, block: fc, bottom: in}
              - {name: b, block: fc, bottom: a, shares: a}
            """);
    assertThat(file.net().layers().get(1).shares()).contains("a");
  }

  @Test
  void theRulesOfAnUnrolledUseHoldForWhatCutsAndJoins() {
    NetFile file =
        expand(
            """
            blocks: {b: {inputs: x, outputs: y, layers: [{name: y, type: T, bottom: x}]}}
            layers:
              - {name: u, block: b, bottom: s, phase: train, unroll: {steps: 2, slice: x, join: y}}
            """);
    assertThat(file.net().layers()).hasSize(4);
    assertThat(file.net().layers()).noneMatch(layer -> layer.isIn(NetState.of(Phase.TEST)));
  }

  @Test
  void whatGrowsBeyondMeasureIsRefused() {
    StringBuilder deep = new StringBuilder("vars:\n  v0: [1]\n");
    for (int i = 1; i < 300; i++) {
      deep.append("  v%d: [\"${v%d}\"]\n".formatted(i, i - 1));
    }
    assertThat(read(deep + "layers: [{name: a, type: T}]\n")).isEmpty();
    assertThat(problems.sorted().get(0).message()).contains("more than 100 deep");
  }
}
