package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.definition.DefinitionException;
import org.cortado.engine.format.Safetensors;
import org.cortado.engine.format.WeightsException;
import org.cortado.engine.net.Parameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The net has line.0 of three elements and line.1 of one. */
class StartWeightsTest {

  @TempDir Path folder;
  private Bench bench;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  @BeforeEach
  void makeBench() {
    bench = new Bench(folder);
    bench.solver(Bench.SOLVER);
  }

  private void tensor(String name, Shape shape, float value) {
    Tensor tensor = new Tensor(shape, bench.backend.memory());
    for (int i = 0; i < shape.count(); i++) {
      tensor.update().put(i, value);
    }
    tensors.put(name, tensor);
  }

  private LoadReport load(String weights) {
    Safetensors.write(folder.resolve("old.safetensors"), tensors, Map.of());
    try (Training training = bench.training("weights=" + weights)) {
      return training.loadStartWeights().orElseThrow();
    }
  }

  private float[] first(String weights, int parameter) {
    Safetensors.write(folder.resolve("old.safetensors"), tensors, Map.of());
    try (Training training = bench.training("weights=" + weights)) {
      training.loadStartWeights();
      Parameter loaded = training.net().parameters().get(parameter);
      return Bench.values(loaded);
    }
  }

  private void assertRefused(String weights, String message) {
    assertThatThrownBy(() -> load(weights))
        .isInstanceOf(WeightsException.class)
        .hasMessage(folder.resolve("old.safetensors") + " doesn't go with net 'line':" + message);
  }

  @Test
  void loadsAFileThatStandsAlone() {
    tensor("line.0", Shape.of(3), 4);
    tensor("line.1", Shape.of(1), 5);
    LoadReport report = load("old.safetensors");
    assertThat(report.file()).isEqualTo(folder.resolve("old.safetensors"));
    assertThat(report.loaded()).containsExactly("line.0", "line.1");
    assertThat(report.skipped()).isEmpty();
    assertThat(report.missing()).isEmpty();
    assertThat(report.unused()).isEmpty();
    assertThat(first("old.safetensors", 0)).containsOnly(4);
    assertThat(first("old.safetensors", 1)).containsOnly(5);
  }

  @Test
  void saysWhatDiffersAndWhatToDo() {
    tensor("line.0", Shape.of(7), 4);
    tensor("line.1", Shape.of(1), 5);
    assertRefused(
        "old.safetensors",
        """

          line.0 is [3] in the net, but [7] in the file
        to begin anew where they differ, skip: [line] (--skip line)
        to load whatever fits, strict: false (--no-strict)\
        """);
  }

  @Test
  void saysThatNamesMayDiffer() {
    tensor("line.0", Shape.of(3), 4);
    tensor("lime.1", Shape.of(1), 5);
    assertRefused(
        "old.safetensors",
        """

          line.1 [1] is in the net, but not in the file; did you mean 'lime.1'?
          lime.1 [1] is in the file, but not in the net; did you mean 'line.1'?
        to load by another name, rename: {from: , to: } (--rename FROM=TO)
        to begin anew where they differ, skip: [line, lime] (--skip line --skip lime)
        to load whatever fits, strict: false (--no-strict)\
        """);
  }

  @Test
  void leavesWhatIsSkippedFresh() {
    tensor("line.0", Shape.of(7), 4);
    tensor("line.1", Shape.of(1), 5);
    tensor("aux.0", Shape.of(2), 6);
    String weights = "{file: old.safetensors, skip: [line.0, aux]}";
    LoadReport report = load(weights);
    assertThat(report.loaded()).containsExactly("line.1");
    assertThat(report.skipped()).containsExactly(Map.entry("line.0", "as asked"));
    assertThat(report.unused()).containsExactly("aux.0");
    assertThat(first(weights, 0)).doesNotContain(4);
    assertThat(first(weights, 1)).containsOnly(5);
  }

  @Test
  void loadsWhateverFitsIfNotStrict() {
    tensor("line.0", Shape.of(7), 4);
    tensor("line.1", Shape.of(1), 5);
    tensor("fc.0", Shape.of(2), 6);
    LoadReport report = load("{file: old.safetensors, strict: false}");
    assertThat(report.loaded()).containsExactly("line.1");
    assertThat(report.skipped())
        .containsExactly(Map.entry("line.0", "is [3] in the net, but [7] in the file"));
    assertThat(report.unused()).containsExactly("fc.0");
    tensors.remove("line.0");
    assertThat(load("{file: old.safetensors, strict: false}").missing()).containsExactly("line.0");
  }

  @Test
  void neverLoadsNothing() {
    tensor("fc.0", Shape.of(2), 6);
    assertRefused(
        "{file: old.safetensors, strict: false}",
        "\n  none of its tensors has the name and the shape of a parameter");
  }

  @Test
  void renamesTensorsLayersAndBlocks() {
    tensor("old/fc.weight", Shape.of(3), 4);
    tensor("old/fc.bias", Shape.of(1), 5);
    String weights =
        """
        {file: old.safetensors, rename: [
          {from: '^(.*)\\.weight$', to: '$1.0'}, {from: '^(.*)\\.bias$', to: '$1.1'},
          {from: old/fc, to: old/line}, {from: old/line.0, to: line.0}, {from: '^old/', to: ''}]}\
        """;
    assertThat(load(weights).loaded()).containsExactly("line.0", "line.1");
    assertThat(first(weights, 0)).containsOnly(4);
    assertThat(first(weights, 1)).containsOnly(5);
  }

  @Test
  void aPlainNameIsNeverABeginningOfAnother() {
    tensor("line.0", Shape.of(3), 4);
    tensor("line.1", Shape.of(1), 5);
    assertRefused(
        "{file: old.safetensors, rename: {from: lin, to: fc}}",
        "\n  rename: 'lin' is the name of no tensor in the file");
  }

  @Test
  void refusesTwoTensorsOfOneName() {
    tensor("line.0", Shape.of(3), 4);
    tensor("line.1", Shape.of(1), 5);
    assertRefused(
        "{file: old.safetensors, rename: {from: line.1, to: line.0}, skip: line.1}",
        "\n  rename: 'line.0' and 'line.1' of the file would both be called 'line.0'");
  }

  @Test
  void refusesToSkipWhatIsNowhere() {
    tensor("line.0", Shape.of(3), 4);
    tensor("line.1", Shape.of(1), 5);
    assertRefused(
        "{file: old.safetensors, skip: lines}",
        "\n  skip: 'lines' matches nothing in the net or in the file; did you mean 'line'?");
  }

  @Test
  void refusesWhatIsNoExpression() {
    assertThatThrownBy(() -> bench.training("weights={file: f, rename: {from: '^(a', to: b}}"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("weights.rename: '^(a' is no regular expression: Unclosed group");
    assertThatThrownBy(() -> bench.training("weights={file: f, rename: {from: '^a', to: $1}}"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("weights.rename: '$1' asks for a group that '^a' hasn't: No group 1");
  }
}
