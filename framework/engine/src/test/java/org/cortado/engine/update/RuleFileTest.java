package org.cortado.engine.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cortado.api.option.Default;
import org.cortado.api.update.UpdateRule;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.RecordReader;
import org.cortado.engine.definition.Variants;
import org.cortado.engine.definition.YamlReader;
import org.cortado.engine.plugin.LayerCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules and averagings as files write them. */
class RuleFileTest {

  /** What a solver file may say of both. */
  public record Chosen(@Default("SGD") UpdateRule type, Optional<WeightAveraging> average) {}

  private static final Variants KNOWN = LayerCatalogue.load().variants();

  @TempDir Path folder;

  private Optional<Chosen> read(String yaml) throws IOException {
    Problems problems = new Problems();
    Path file = Files.writeString(folder.resolve("solver.yaml"), yaml);
    Node tree = new YamlReader().read(file, problems).orElseThrow();
    RecordReader reader = new RecordReader(KNOWN, folder);
    Optional<Chosen> chosen = reader.read((MapNode) tree, Chosen.class, "", problems);
    problems.throwIfAny();
    return chosen;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SGD",
        "Nesterov",
        "AdaGrad",
        "RMSProp",
        "AdaDelta",
        "Adam",
        "AdamW",
        "AMSGrad",
        "NAdam",
        "RAdam",
        "Lion",
        "LARS"
      })
  void aWordIsEnough(String name) throws IOException {
    assertThat(read("type: " + name).orElseThrow().type())
        .isExactlyInstanceOf(KNOWN.of(UpdateRule.class).get(name));
  }

  @Test
  void whatIsLeftOutIsCaffes() throws IOException {
    assertThat(read("type: {type: Adam, momentum2: 0.99}").map(Chosen::type))
        .hasValue(new AdamRule(0.9, 0.99, 1e-8));
    assertThat(read("type: RMSProp").map(Chosen::type)).hasValue(new RmsPropRule(0.99, 1e-8));
    assertThat(read("type: AdaDelta").map(Chosen::type)).hasValue(new AdaDeltaRule(0.95, 1e-8));
    assertThat(read("type: {type: Nesterov, momentum: 0.9}").map(Chosen::type))
        .hasValue(new NesterovRule(0.9));
  }

  @Test
  void averagingsAreChosenLikewise() throws IOException {
    assertThat(read("average: ema").flatMap(Chosen::average))
        .hasValue(new EmaAveraging(0.999, 0, false));
    assertThat(read("average: {type: swa, start: 7, interval: 2}").flatMap(Chosen::average))
        .hasValue(new SwaAveraging(7, 2));
  }
}
