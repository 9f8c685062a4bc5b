package org.cortado.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpandedYamlTest {

  private static final Place PLACE = Place.whole("f");
  private static final String[] PLAIN = {
    "1",
    "-1",
    "+5",
    "0x1F",
    "0o7",
    "0.5",
    ".5",
    "5.",
    "1e-3",
    "1E+5",
    ".inf",
    "-.INF",
    ".nan",
    "true",
    "False",
    "null",
    "~",
    "",
    "010",
    "1_000",
    "1:30",
    "2020-01-01",
    "yes",
    "a b",
    "a-b"
  };
  private static final String LETTERS = "ab 01:#-?,[]{}&*!|>'\"%@`\n\t\\~.=<ü😀+e_";

  @Test
  void isTidy() {
    String yaml =
        """
        name: LeNet
        layers:
          - name: conv1
            bottom:
              - data
              - "1"
            options:
              scale: 0.00390625
              bias: true
              none: {}
              label: "yes"
        """;
    assertThat(new ExpandedYaml().write(read(yaml))).isEqualTo(yaml);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a: b",
        "- a",
        "# a",
        "a #b",
        "'",
        "\"",
        "null",
        "1",
        "1e3",
        "0o7",
        ".5",
        "~",
        "yes",
        "\n",
        "a\n",
        "a\n\n",
        " a\n b",
        "\na",
        "a\n ",
        "a\t",
        "\t",
        "a\r\nb",
        "[a]",
        "{a",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a",
        "|",
        ">",
        "?",
        "? a",
        "-",
        "---",
        "...",
        "=",
        "<<",
        "a,b",
        "\u00a0",
        "\u0085",
        "\u2028",
        "😀",
        "a\\b",
        ":",
        "a:",
        ":a",
        "!",
        "a\u0085b",
        "a\u2029b\n",
        "a\rb",
        "\u007f"
      })
  void keepsText(String text) {
    Node tree = new ListNode(PLACE, List.of(ScalarNode.of(PLACE, text, true), map(text)));
    assertThat(again(tree)).isEqualTo(bare(tree));
  }

  @RepeatedTest(200)
  void readsBackToTheSameTree(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Node tree = tree(random, 4);
    assertThat(again(tree)).isEqualTo(bare(tree));
  }

  @RepeatedTest(200)
  void originsAreCommentsAndNoMore(RepetitionInfo repetition) {
    Node tree = tree(new Random(repetition.getCurrentRepetition()), 4);
    String plain = new ExpandedYaml().write(tree);
    String withOrigins = new ExpandedYaml().writeWithOrigins(tree);
    assertThat(withOrigins.replaceAll("(?m) +# f$", "")).isEqualTo(plain);
    assertThat(bare(read(withOrigins))).isEqualTo(bare(tree));
  }

  @Test
  void saysWhereEachValueComesFrom() {
    Place block = new Place("nets/blocks.yaml", 4, 1);
    Place use = new Place("nets/net.yaml", 17, 1);
    MapNode layer =
        MapNode.empty(block.usedAt(new Place.Use(use, "a/")))
            .with(new MapEntry("name", block, ScalarNode.of(block, "a/ip", false)))
            .with(new MapEntry("bias", block, ScalarNode.of(Place.whole("default"), "1", false)))
            .with(new MapEntry("text", block, ScalarNode.of(block, "two\nlines", false)))
            .with(
                new MapEntry("none", block, new ListNode(Place.whole("--set none=[]"), List.of())));
    assertThat(new ExpandedYaml().writeWithOrigins(new ListNode(PLACE, List.of(layer))))
        .isEqualTo(
            """
              - name: a/ip  # blocks.yaml:4, a block used at net.yaml:17
                bias: 1     # default
                text: |-    # blocks.yaml:4
                  two
                  lines
                none: []    # --set none=[]
            """);
  }

  private static Node map(String text) {
    return new MapNode(PLACE, List.of(new MapEntry(text, PLACE, ScalarNode.of(PLACE, text, true))));
  }

  private static Node tree(Random random, int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(3)) {
      case 1 -> new ListNode(PLACE, children(random, depth));
      case 2 -> mapOf(children(random, depth), random);
      default -> scalar(random);
    };
  }

  private static List<Node> children(Random random, int depth) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(i -> tree(random, depth - 1)).toList();
  }

  private static Node mapOf(List<Node> values, Random random) {
    List<MapEntry> entries = new ArrayList<>();
    for (Node value : values) {
      entries.add(new MapEntry(entries.size() + text(random), PLACE, value));
    }
    return new MapNode(PLACE, entries);
  }

  private static ScalarNode scalar(Random random) {
    return random.nextBoolean()
        ? ScalarNode.of(PLACE, PLAIN[random.nextInt(PLAIN.length)], false)
        : ScalarNode.of(PLACE, text(random), true);
  }

  private static String text(Random random) {
    int[] letters = LETTERS.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }

  private static Node read(String yaml) {
    Problems problems = new Problems();
    Node tree =
        new YamlReader().readValue(yaml, PLACE, problems).orElseGet(() -> MapNode.empty(PLACE));
    assertThat(problems.sorted()).as(yaml).isEmpty();
    return tree;
  }

  private static Node again(Node tree) {
    return bare(read(new ExpandedYaml().write(tree)));
  }

  /** Nothing has several spellings, of which one is written. */
  private static Node bare(Node node) {
    if (node instanceof MapNode map) {
      return new MapNode(
          PLACE,
          map.entries().stream()
              .map(entry -> new MapEntry(entry.key(), PLACE, bare(entry.value())))
              .toList());
    }
    if (node instanceof ListNode list) {
      return new ListNode(PLACE, list.items().stream().map(ExpandedYamlTest::bare).toList());
    }
    ScalarNode scalar = (ScalarNode) node;
    return scalar.isNull() ? ScalarNode.of(PLACE, "", false) : scalar;
  }
}
