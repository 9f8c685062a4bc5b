package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.language.NetOverrides;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetFactory;
import org.cortado.engine.net.NetLayer;
import org.cortado.engine.net.NetSettings;
import org.cortado.engine.plugin.LayerCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of layers in a file counts for nothing. */
class ShuffledLayersTest {

  private static final List<Long> SHUFFLES = List.of(1L, 2L, 3L);
  private static final long SEED = 7;

  private static final Backend BACKEND = BestBackend.open(2);
  private static final NetFactory FACTORY = new NetFactory(LayerCatalogue.load(), BACKEND);

  @TempDir private Path folder;

  @AfterAll
  static void closeBackend() {
    BACKEND.close();
  }

  static List<Path> nets() {
    return NetFiles.smallNets();
  }

  @ParameterizedTest
  @MethodSource("nets")
  void givesTheSameBitsInWhateverOrderLayersStand(Path net) throws IOException {
    for (Phase phase : Phase.values()) {
      Trace original = trace(net, NetFiles.data(net), phase);
      for (long shuffle : SHUFFLES) {
        assertThat(trace(shuffled(net, shuffle), NetFiles.data(net), phase))
            .as("%s, shuffle %d", phase, shuffle)
            .isEqualTo(original);
      }
    }
  }

  @Test
  void reallyShuffles() throws IOException {
    Path net = NetFiles.file("fashion-mnist/lenet.yaml");
    Path shuffled = shuffled(net, 1);
    assertThat(Files.readAllLines(shuffled))
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(net))
        .isNotEqualTo(Files.readAllLines(net));
  }

  @Test
  void seesADifferenceOfOneWeight() throws IOException {
    Path net = NetFiles.file("iris/softmax.yaml");
    Path changed = folder.resolve("changed.yaml");
    Files.writeString(
        changed,
        Files.readString(net).replace("name: scores", "name: score").replace("[scores", "[score"));
    Trace original = trace(net, NetFiles.data(net), Phase.TRAIN);
    assertThat(trace(changed, NetFiles.data(net), Phase.TRAIN).losses())
        .doesNotContainAnyElementsOf(original.losses());
  }

  private Path shuffled(Path net, long shuffle) throws IOException {
    Path file = folder.resolve(shuffle + ".yaml");
    return Files.writeString(file, ShuffledFile.of(Files.readString(net), shuffle));
  }

  private static Trace trace(Path file, Path data, Phase phase) {
    Problems problems = new Problems();
    NetDefinition definition =
        NetFile.read(file, NetOverrides.none(), problems).orElseThrow().net();
    problems.throwIfAny();
    try (Net net = FACTORY.build(definition, NetSettings.of(phase, SEED, data))) {
      net.layers().stream()
          .filter(layer -> layer.type().equals("Input"))
          .forEach(ShuffledLayersTest::feed);
      return Trace.of(net);
    }
  }

  private static void feed(NetLayer input) {
    FloatBuffer values = input.tops().get(0).data().write();
    for (int i = 0; i < values.limit(); i++) {
      values.put(i, i + 1);
    }
  }
}
