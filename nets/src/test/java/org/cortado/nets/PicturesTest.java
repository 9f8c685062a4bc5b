package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortado.api.Phase;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.NetState;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.language.NetFile;
import org.cortado.engine.language.NetOverrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Draws all nets and looks for what would be ugly. */
class PicturesTest {

  private static final String GREEN = "rgb(27,127,59)";
  private static final String RED = "rgb(198,40,40)";

  @TempDir private Path folder;

  private static Stream<String> nets() {
    return NetFiles.nets().stream().map(NetFiles::name);
  }

  private SvgFile draw(String net, String... more) {
    Path file = NetFiles.file(net);
    Path picture = folder.resolve("net.svg");
    List<String> line =
        new ArrayList<>(List.of("draw", file.toString(), "--out", picture.toString()));
    line.addAll(List.of("--data", NetFiles.data(file).toString()));
    line.addAll(List.of(more));
    Command.run(line.toArray(String[]::new)).endsWith(0);
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

  /** Requires the value and the gradient of each wire, in the order of the layers they go to. */
  private static void requireFlow(SvgFile picture, String... flows) {
    List<String> values = picture.words(GREEN);
    List<String> gradients = picture.words(RED);
    assertThat(
            IntStream.range(0, values.size())
                .mapToObj(wire -> values.get(wire) + " " + gradients.get(wire)))
        .containsExactly(flows);
    assertThat(gradients).hasSameSizeAs(values);
    requireApart(picture.wordBounds());
    assertThat(picture.wordBounds()).allMatch(picture.canvas()::contains);
  }

  @Test
  void drawsTheLecturesSimpleCircuit() {
    requireFlow(
        draw("circuits/add-multiply.yaml", "--values"),
        "-2.00 -4.00",
        "5.00 -4.00",
        "3.00 -4.00",
        "-4.00 3.00",
        "-12.00 1.00");
  }

  @Test
  void drawsTheLecturesNeuron() {
    SvgFile picture = draw("circuits/sigmoid-neuron-gates.yaml", "--values");
    requireFlow(
        picture,
        "2.00 -0.20",
        "-1.00 0.39",
        "-3.00 -0.39",
        "-2.00 -0.59",
        "-2.00 0.20",
        "6.00 0.20",
        "4.00 0.20",
        "-3.00 0.20",
        "1.00 0.20",
        "-1.00 -0.20",
        "0.37 -0.53",
        "1.37 -0.53",
        "0.73 1.00");
    assertThat(picture.words()).contains("w0", "×", "+", "×−1", "exp", "+1", "1/x");
  }

  @Test
  void drawsTheLecturesGates() {
    requireFlow(
        draw("circuits/max-gate.yaml", "--values"),
        "3.00 -8.00",
        "-4.00 6.00",
        "2.00 2.00",
        "-1.00 0.00",
        "-12.00 2.00",
        "2.00 2.00",
        "-10.00 2.00",
        "-20.00 1.00");
  }

  @Test
  void drawsTheLecturesNormOfAProductWithItsMatrix() {
    SvgFile picture =
        draw(
            "circuits/squared-norm.yaml",
            "--values",
            "--decimals",
            "3",
            "--input",
            "x=" + NetFiles.file("circuits/squared-norm-x.npy"),
            "--param",
            "q.0=" + NetFiles.file("circuits/squared-norm-w.npy"));
    assertThat(picture.words(GREEN))
        .containsExactly(
            "[0.200, 0.400]",
            "[0.100, 0.500]",
            "[-0.300, 0.800]",
            "[0.220, 0.260]",
            "[0.048, 0.068]",
            "0.116");
    assertThat(picture.words(RED))
        .containsExactly(
            "[-0.112, 0.636]",
            "[0.088, 0.176]",
            "[0.104, 0.208]",
            "[0.440, 0.520]",
            "[1.000, 1.000]",
            "1.000");
  }

  /** The gradients of the branches add up to that of what forks. */
  @Test
  void drawsTheGradientOfEachBranchOfAFork() {
    SvgFile picture = draw("circuits/forks.yaml", "--values");
    assertThat(picture.words(RED)).contains("2.06", "0.51", "-0.04", "1.58");
    assertThat(picture.words(RED)).contains("1.59", "0.01", "1.58");
    requireApart(picture.wordBounds());
  }

  @ParameterizedTest
  @ValueSource(strings = {"iris/two-layer.yaml", "spiral/two-layer.yaml"})
  void drawsWhatManyValuesAreLike(String net) {
    SvgFile picture = draw(net, "--values");
    assertThat(picture.words(GREEN)).anyMatch(word -> word.contains(" ± "));
    assertThat(picture.words(RED)).anyMatch(word -> word.contains(" ± ")).contains("1.00");
    requireApart(picture.boxes());
    requireApart(picture.wordBounds());
  }
}
