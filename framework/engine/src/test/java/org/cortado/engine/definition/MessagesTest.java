package org.cortado.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

  private static final String FILE = "net.yaml";
  private static final String SUBJECT = "layer 'x' (Sample): ";

  private final Problems problems = new Problems();

  static Stream<GoldenCase> yaml() {
    return GoldenCase.in("yaml-messages.txt");
  }

  static Stream<GoldenCase> nets() {
    return GoldenCase.in("net-messages.txt");
  }

  static Stream<GoldenCase> options() {
    return GoldenCase.in("option-messages.txt");
  }

  @ParameterizedTest
  @MethodSource("yaml")
  void saysWhatIsWrongWithYaml(GoldenCase example) {
    new YamlReader().readText(example.yaml(), FILE, problems);
    assertReported(example);
  }

  @ParameterizedTest
  @MethodSource("nets")
  void saysWhatIsWrongWithANet(GoldenCase example) {
    Node tree = new YamlReader().readText(example.yaml(), FILE, problems).orElseThrow();
    new NetReader().read(tree, Path.of(FILE), problems);
    assertReported(example);
  }

  @ParameterizedTest
  @MethodSource("options")
  void saysWhatIsWrongWithOptions(GoldenCase example) {
    Node tree = new YamlReader().readText(example.yaml(), FILE, problems).orElseThrow();
    new RecordReader(Sample.variants(), Path.of(""))
        .read((MapNode) tree, Sample.class, SUBJECT, problems);
    assertReported(example);
  }

  private void assertReported(GoldenCase example) {
    assertThat(problems.sorted().stream().map(Problem::toString))
        .containsExactlyElementsOf(example.messages());
  }
}
