package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layers of the page on writing layers, in a jar of their own, keep the contract. */
class WritingLayersTest {

  private static final Path PAGE = Readme.FOLDER.resolve("framework/docs/writing-layers.md");

  @TempDir private static Path folder;

  @BeforeAll
  static void writeTheExamples() throws IOException {
    ForeignJar.make(
        folder.resolve("acme.jar"),
        Readme.writeSources(PAGE, folder.resolve("sources")),
        "acme.AcmeLayers",
        folder);
    Readme.writeNets(PAGE, folder);
  }

  @ParameterizedTest
  @CsvSource({
    "acme:Softsign, --bottom=2x3",
    "acme:Series, --bottom=2x3 --option=terms=2",
    "acme:LogCoshLoss, --bottom=2x3 --bottom=2x3",
    "acme:Residual, --bottom=2x3 --option=hidden=2",
    "acme:Gate, --bottom=2x3x2 --bottom=2x3x1",
    "acme:Energy, --bottom=2x3x2 --option=axes=[1]"
  })
  void areProved(String type, String wish) {
    List<String> command = new ArrayList<>(List.of("testkit", type, "--backend", "portable"));
    command.addAll(List.of("--plugins", folder.resolve("acme.jar").toString()));
    command.addAll(List.of(wish.split(" ", -1)));
    assertThat(Command.run(command.toArray(String[]::new)).endsWith(0).out())
        .startsWith(type + " of acme.jar, on portable")
        .contains(", 0 broken");
  }

  @Test
  void areAllProved() {
    String jar = folder.resolve("acme.jar").toString();
    assertThat(Command.run("layers", "--plugins", jar).endsWith(0).out().lines())
        .filteredOn(line -> line.contains("acme.jar"))
        .hasSize(6);
  }

  @Test
  void haveInTheirNetTheGradientsOfDifferences() {
    String net = folder.resolve("acme.yaml").toString();
    String jar = folder.resolve("acme.jar").toString();
    assertThat(Command.run("gradcheck", net, "--plugins", jar).endsWith(0).out())
        .contains("block", "series");
  }
}
