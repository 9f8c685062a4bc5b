package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.language.NetOverrides;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.plugin.LayerCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CharLstmTest {

  private static final Path NET = NetFiles.file("char-lstm/char-lstm.yaml");

  /**
   * The least loss of one who sees the last two characters and no more, by counting in the text.
   */
  private static final double WITH_TWO_CHARACTERS = 1.27;

  @TempDir private Path folder;

  @Test
  void learnsMoreThanWhichCharacterFollowsWhichTwo() {
    Command trained =
        Command.train(
            NetFiles.file("char-lstm/char-lstm-solver.yaml"),
            folder.resolve("run"),
            "--set",
            "max_iter=200");
    assertThat(trained.testLoss()).isLessThan(WITH_TWO_CHARACTERS);
  }

  @Test
  void goesOnFromIterationToIteration() {
    try (Backend backend = BestBackend.open(1);
        Net net = net(backend)) {
      double first = loss(net, 3);
      assertThat(loss(net, 3)).isEqualTo(first);
      double second = loss(net, 4);
      assertThat(second).isNotEqualTo(first);
      assertThat(loss(net, 4)).isEqualTo(second);
      assertThat(loss(net, 3)).isEqualTo(first);
    }
  }

  private static Net net(Backend backend) {
    Problems problems = new Problems();
    NetDefinition definition = NetFile.read(NET, NetOverrides.none(), problems).orElseThrow().net();
    problems.throwIfAny();
    return new NetFactory(LayerCatalogue.load(), backend)
        .build(definition, NetSettings.of(Phase.TRAIN, 1, NetFiles.data(NET)));
  }

  /** Shows the same batch, which isn't the first: its streams go on. */
  private static double loss(Net net, long iteration) {
    net.dataLayers().forEach(layer -> layer.seek(1));
    net.iteration(iteration);
    net.forward();
    return net.loss();
  }
}
