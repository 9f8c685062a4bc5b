package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void theyAreProved() {
    String jar = folder.resolve("acme.jar").toString();
    assertThat(Command.run("testkit", "--all", "--plugins", jar).endsWith(0).out())
        .contains("acme:Softsign", "acme:LogCoshLoss", "acme:Residual", "acme:Gate", "acme:Energy");
  }

  @Test
  void theirNetHasTheGradientsOfDifferences() {
    String net = folder.resolve("acme.yaml").toString();
    String jar = folder.resolve("acme.jar").toString();
    assertThat(Command.run("gradcheck", net, "--plugins", jar).endsWith(0).out())
        .contains("block", "series");
  }
}
