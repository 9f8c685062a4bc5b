package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCommandTest {

  private static final JsonSchema NET = schema("net");
  private static final JsonSchema SOLVER = schema("solver");

  /** What only the whole net, another file, or the value of an expression tells. */
  private static final Set<String> BEYOND_A_SCHEMA =
      Set.of(
          """
          block-argument-missing block-argument-unknown block-argument-wrong
          block-arguments-too-many block-bottom-unknown block-bottoms block-explodes
          block-none block-outer-blob block-output-is-input block-output-missing block-unknown
          block-uses-itself data-missing import-circle import-missing layer-loss-weights
          layer-names-twice layer-propagate-down layer-too-many-params layer-top-twice
          repeat-no-outputs shape-concat shape-groups shape-kernel shape-loss
          shape-shared-parameter shape-too-large share-circle share-other-type share-unknown
          unroll-unknown-input var-before-its-time var-by-zero var-doubling var-list-in-text
          var-lists-doubling var-no-function var-no-key var-not-whole var-open-brace
          var-syntax var-unknown wire-cycle wire-in-place wire-no-backward wire-other-phase
          wire-two-producers wire-unknown-bottom yaml-twice
          """
              .split("\\s+"));

  private static JsonSchema schema(String kind) {
    Invocation command = Invocation.of("schema", kind, "--json");
    assertThat(command.code()).isEqualTo(ExitCode.GOOD);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(command.json());
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../../nets"), 2)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Optional<JsonNode> json(Path file) {
    Optional<Node> tree = new YamlReader().read(file, new Problems());
    return tree.map(node -> new JsonMapper().valueToTree(JsonTree.of(node)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void acceptsEveryNetAndSolver(Path file) {
    JsonSchema schema = file.toString().endsWith("-solver.yaml") ? SOLVER : NET;
    assertThat(schema.validate(json(file).orElseThrow())).isEmpty();
  }

  @Test
  void refusesBrokenNetsWhereTheFileItselfShowsIt() throws IOException, URISyntaxException {
    Set<String> accepted = new TreeSet<>();
    for (Path file : BrokenFilesTest.files()) {
      if (json(file).filter(net -> NET.validate(net).isEmpty()).isPresent()) {
        accepted.add(file.getFileName().toString().replace(".yaml", ""));
      }
    }
    assertThat(accepted).isEqualTo(BEYOND_A_SCHEMA);
  }

  @Test
  void refusesBrokenSolvers() throws IOException {
    JsonMapper mapper = new JsonMapper();
    assertThat(SOLVER.validate(mapper.readTree("{\"net\": \"a\", \"base_lr\": 1}"))).hasSize(1);
    assertThat(
            SOLVER.validate(
                mapper.readTree("{\"net\": \"a\", \"base_lr\": \"${1}\", \"max_iter\": 1}")))
        .isNotEmpty();
    assertThat(
            SOLVER.validate(
                mapper.readTree(
                    "{\"net\": \"a\", \"base_lr\": 1, \"max_iter\": 1, \"lr_policy\":"
                        + " {\"type\": \"step\", \"gama\": 1}}")))
        .isNotEmpty();
  }

  @Test
  void printsForPeopleToRead() {
    Invocation schema = Invocation.of("schema", "net");
    assertThat(schema.out()).contains("\n").contains("options of Convolution", "kernel_size");
  }
}
