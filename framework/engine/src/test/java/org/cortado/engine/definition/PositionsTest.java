package org.cortado.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PositionsTest {

  @Test
  void ofBlockStyle() {
    assertThat(places("# a comment\nname: x  # another\n\nlayers:\n  - a: 1\n    b: [2, 3]\n"))
        .containsExactly(
            "2:1 {",
            "2:1 name",
            "2:7 x",
            "4:1 layers",
            "5:3 [",
            "5:5 {",
            "5:5 a",
            "5:8 1",
            "6:5 b",
            "6:8 [",
            "6:9 2",
            "6:12 3");
  }

  @Test
  void ofFlowStyleOverLines() {
    assertThat(places("{a: 1,\n  b: {c: 'x',\n d: \"y\"}}"))
        .containsExactly(
            "1:1 {", "1:2 a", "1:5 1", "2:3 b", "2:6 {", "2:7 c", "2:10 x", "3:2 d", "3:5 y");
  }

  @Test
  void ofLinesThatEndInTwoCharacters() {
    assertThat(places("a: 1\r\n\r\nb: 2\r\n"))
        .containsExactly("1:1 {", "1:1 a", "1:4 1", "3:1 b", "3:4 2");
  }

  @Test
  void countCharactersAndNotBytes() {
    assertThat(places("{größe: 1, 😀: 2, c: 3}"))
        .containsExactly("1:1 {", "1:2 größe", "1:9 1", "1:12 😀", "1:15 2", "1:18 c", "1:21 3");
  }

  @Test
  void ofBlocksOfText() {
    assertThat(places("a: |\n  one\n  two\nb: >-\n  three\n"))
        .containsExactly("1:1 {", "1:1 a", "1:4 one\ntwo\n", "4:1 b", "4:4 three");
  }

  @Test
  void ofAnEmptyValueAreThoseOfItsKey() {
    assertThat(places("a:\nb: 1\n")).containsExactly("1:1 {", "1:1 a", "1:1 ", "2:1 b", "2:4 1");
  }

  @Test
  void ofADocumentWithItsMark() {
    assertThat(places("%YAML 1.2\n---\na: 1\n")).containsExactly("3:1 {", "3:1 a", "3:4 1");
  }

  private static Stream<String> places(String yaml) {
    Problems problems = new Problems();
    Node tree = new YamlReader().readText(yaml, "", problems).orElseThrow();
    assertThat(problems.sorted()).isEmpty();
    return places(tree);
  }

  private static Stream<String> places(Node node) {
    if (node instanceof MapNode map) {
      return Stream.concat(
          line(map.place(), "{"), map.entries().stream().flatMap(PositionsTest::places));
    }
    if (node instanceof ListNode list) {
      return Stream.concat(
          line(list.place(), "["), list.items().stream().flatMap(PositionsTest::places));
    }
    return line(node.place(), ((ScalarNode) node).text());
  }

  private static Stream<String> places(MapEntry entry) {
    return Stream.concat(line(entry.place(), entry.key()), places(entry.value()));
  }

  private static Stream<String> line(Place place, String what) {
    return Stream.of(place.line() + ":" + place.column() + " " + what);
  }
}
