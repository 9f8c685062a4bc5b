package org.cortado.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {

  private static final String NET =
      """
      name: net
      rates: [1, 2, 3]
      empty:
      layers:
        - {name: conv1, options: {num_output: 20}}
        - {name: conv1.1/3x3, type: T}
        - {name: data, phase: train}
        - {name: data, phase: test}
        - {name: 7}
        - unnamed
      """;

  private final Problems problems = new Problems();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=other             | name: other",
        "name = other           | name: other",
        "rates.1=5              | - 5",
        "rates=7                | rates: 7",
        "rates=[7, {a: b}]      | a: b",
        "layers.conv1.options.num_output=50 | num_output: 50",
        "layers.0.options.num_output=50     | num_output: 50",
        "layers.conv1.options.pad=1         | pad: 1",
        "layers.conv1.phase=train           | phase: train",
        "layers.conv1.options.a.b=c         | b: c",
        "layers.conv1.1/3x3.type=U          | type: U",
        "layers.2.phase=test                | phase: test",
        "layers.7.type=seven                | type: seven",
        "layers.5=named                     | named",
        "empty.a=1                          | a: 1",
        "name='5'                           | name: \"5\"",
        "name=a=b                           | name: a=b",
      })
  void changeTheTree(String setting, String line) {
    String changed = apply(setting);
    assertThat(problems.sorted()).isEmpty();
    assertThat(changed).contains(line).isNotEqualTo(new ExpandedYaml().write(net()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "foo       | a setting must be of the form path=value, such as max_iter=100",
        "=5        | a setting must be of the form path=value, such as max_iter=100",
        "a..b=5    | a setting must be of the form path=value, such as max_iter=100",
        "layers.conv2.type=x | layers has no element 'conv2'; did you mean 'conv1'?",
        "layers.99.type=x    | layers has no element '99'",
        "layers.-1.type=x    | layers has no element '-1'",
        "layers.data.phase=x "
            + "| layers has 2 elements named 'data'; say which by its index, such as layers.2",
        "name.first=x        | name is 'net', not a map",
        "layers.5.a=x        | layers.5 is 'unnamed', not a map",
        "name=[1             | a list or a map in brackets that begins at line 1 is not closed",
        "name=*x             | no value above bears the anchor '&x'",
      })
  void areRefusedWhereTheyMakeNoSense(String setting, String message) {
    String unchanged = apply(setting);
    assertThat(problems.sorted())
        .extracting(Problem::toString)
        .containsExactly("--set " + setting + ": " + message);
    assertThat(unchanged).isEqualTo(new ExpandedYaml().write(net()));
  }

  @Test
  void holdOneAfterAnother() {
    Node changed = new Overrides(List.of("a.b=1", "a.c=2", "a.b=3")).apply(net(), problems);
    assertThat(new ExpandedYaml().write(changed)).endsWith("a:\n  b: 3\n  c: 2\n");
  }

  @Test
  void areThePlaceOfWhatTheySay() {
    MapNode changed = (MapNode) new Overrides(List.of("a.b=1")).apply(net(), problems);
    MapEntry entry = changed.entry("a").orElseThrow();
    assertThat(entry.place()).hasToString("--set a.b=1");
    assertThat(((MapNode) entry.value()).get("b").map(Node::place))
        .hasToString("Optional[--set a.b=1]");
  }

  @Test
  void leaveAnEmptyValueToWhoeverReadsIt() {
    MapNode changed = (MapNode) new Overrides(List.of("name=")).apply(net(), problems);
    Optional<Node> name = changed.get("name");
    assertThat(name.map(Node::described)).contains("empty");
  }

  @Test
  void areRefusedForAFileThatIsAList() {
    Node list = new YamlReader().readText("[a]", "f", problems).orElseThrow();
    new Overrides(List.of("a=1")).apply(list, problems);
    assertThat(problems.sorted()).hasToString("[--set a=1: the file has no element 'a']");
  }

  @Test
  void areSplitByTheirFirstKey() {
    List<String> settings =
        List.of("net.name=x", "net=other.yaml", "nets.a=1", "max_iter=5", "net.a=b");
    Overrides.Split split = Overrides.split(settings, "net");
    assertThat(split.inside()).containsExactly("name=x", "a=b");
    assertThat(split.rest()).containsExactly("net=other.yaml", "nets.a=1", "max_iter=5");
  }

  private String apply(String setting) {
    Node changed = new Overrides(List.of(setting)).apply(net(), problems);
    return new ExpandedYaml().write(changed);
  }

  private static Node net() {
    return new YamlReader().readText(NET, "net.yaml", new Problems()).orElseThrow();
  }
}
