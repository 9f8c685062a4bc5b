package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortado.api.Phase;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.NetState;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.language.NetOverrides;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws all nets and looks for what would be ugly. */
class PicturesTest {

  @TempDir private Path folder;

  private static Stream<String> nets() {
    return NetFiles.nets().stream().map(NetFiles::name);
  }

  private SvgFile draw(String net) {
    Path file = NetFiles.file(net);
    Path picture = folder.resolve("net.svg");
    Command.run(
            "draw",
            file.toString(),
            "--data",
            NetFiles.data(file).toString(),
            "--out",
            picture.toString())
        .endsWith(0);
    return new SvgFile(picture);
  }

  @ParameterizedTest
  @MethodSource("nets")
  void drawsEveryNetWithoutOverlaps(String net) {
    SvgFile picture = draw(net);
    List<Rectangle2D> boxes = picture.boxes();
    assertThat(boxes).hasSizeGreaterThan(2);
    assertThat(layers(net)).hasSameSizeAs(boxes).allMatch(layer -> isNamed(layer, picture));
    requireApart(boxes);
    requireApart(picture.wordBounds());
    assertThat(Stream.concat(boxes.stream(), picture.wordBounds().stream()))
        .allMatch(picture.canvas()::contains);
  }

  private static List<String> layers(String net) {
    return NetFile.read(
            NetFiles.file(net), new NetOverrides(List.of(), Optional.empty()), new Problems())
        .orElseThrow()
        .net()
        .layers()
        .stream()
        .filter(layer -> layer.isIn(NetState.of(Phase.TRAIN)))
        .map(LayerDefinition::name)
        .toList();
  }

  /** A layer of a block has its own name inside of a frame with that of the block's use. */
  private static boolean isNamed(String layer, SvgFile picture) {
    return picture.words().stream().anyMatch(word -> ("/" + layer).endsWith("/" + word));
  }

  private static void requireApart(List<Rectangle2D> places) {
    for (int i = 0; i < places.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(places.get(i).intersects(places.get(j)))
            .as("%s and %s overlap", places.get(i), places.get(j))
            .isFalse();
      }
    }
  }
}
