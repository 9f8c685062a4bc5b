package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.cortado.api.blob.Shape;
import org.cortado.engine.format.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawCommandTest {

  @TempDir private Path folder;

  private Path picture(String name) {
    return folder.resolve(name);
  }

  private String svg(Object... arguments) throws IOException {
    Object[] line = new Object[arguments.length + 3];
    line[0] = "draw";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    line[line.length - 2] = "--out";
    line[line.length - 1] = picture("net.svg");
    Invocation draw = Invocation.of(line);
    assertThat(draw.err()).isEmpty();
    assertThat(draw.code()).isEqualTo(ExitCode.GOOD);
    return Files.readString(picture("net.svg"));
  }

  @Test
  void drawsLayersWithTypesOptionsAndShapes() throws Exception {
    assertThat(svg(TinyNets.net(folder)))
        .contains(">scores<", ">InnerProduct<", ">num_output 2<", ">[4]<", ">[4 × 2]<")
        .contains(">loss<", ">scalar<")
        .doesNotContain("accuracy", "weight_filler", "split");
  }

  @Test
  void drawsTheNetOfASolverInThePhaseThatIsAskedFor() throws Exception {
    assertThat(svg(TinyNets.solver(folder), "--phase", "test")).contains(">accuracy<");
  }

  @Test
  void framesBlocksWithTheNamesOfTheirUses() throws Exception {
    Path net =
        TinyNets.write(
            folder.resolve("blocks.yaml"),
            """
            blocks:
              unit:
                inputs: [x]
                outputs: [y]
                layers: [{name: y, type: ReLU, bottom: x}]
              pair:
                inputs: [x]
                outputs: [y]
                layers:
                  - {name: inner, block: unit, bottom: x, top: h}
                  - {name: y, type: TanH, bottom: h}
            layers:
              - {name: x, type: Input, options: {shape: [2, 3]}}
              - {name: outer, block: pair, bottom: x}
            """);
    assertThat(svg(net)).contains(">outer<", ">inner<", ">y<").doesNotContain("outer/");
  }

  @Test
  void drawsPixelsTwoToAPoint() throws Exception {
    Invocation draw =
        Invocation.of("draw", TinyNets.net(folder), "--out", picture("net.png"), "--json");
    BufferedImage image = ImageIO.read(picture("net.png").toFile());
    JsonNode json = draw.json();
    assertThat(json.get("file").asText()).isEqualTo(picture("net.png").toString());
    assertThat(json.get("layers").asInt()).isEqualTo(3);
    assertThat(image.getWidth()).isCloseTo(2 * json.get("width").asInt(), within());
    assertThat(image.getHeight()).isCloseTo(2 * json.get("height").asInt(), within());
  }

  private static Offset<Integer> within() {
    return Assertions.within(2);
  }

  @Test
  void drawsToTheRight() {
    JsonNode down = size("down");
    JsonNode right = size("right");
    assertThat(right.get("width").asInt()).isGreaterThan(down.get("width").asInt());
    assertThat(right.get("height").asInt()).isLessThan(down.get("height").asInt());
  }

  private JsonNode size(String direction) {
    Path net = TinyNets.net(folder);
    return Invocation.of("draw", net, "--direction", direction, "--out", picture("n.svg"), "--json")
        .json();
  }

  @Test
  void refusesAFormatThatItDoesNotWrite() {
    Invocation draw = Invocation.of("draw", TinyNets.net(folder), "--out", "net.pdf");
    assertThat(draw.code()).isEqualTo(ExitCode.USAGE);
    assertThat(draw.err()).startsWith("--out must end in .svg or .png, but is 'net.pdf'");
  }

  @Test
  void saysWhichFileItCannotWrite() {
    Path nowhere = folder.resolve("nowhere").resolve("net.svg");
    Invocation draw = Invocation.of("draw", TinyNets.net(folder), "--out", nowhere);
    assertThat(draw.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(draw.err()).startsWith("can't write " + nowhere);
  }

  @Test
  void reportsWhatIsWrongWithTheNet() {
    Path net = TinyNets.write(folder.resolve("bad.yaml"), "layers: [{name: x, type: Inputt}]");
    Invocation draw = Invocation.of("draw", net, "--out", picture("net.svg"));
    assertThat(draw.code()).isEqualTo(ExitCode.DEFINITION);
    assertThat(draw.err()).contains("did you mean 'Input'");
    assertThat(picture("net.svg")).doesNotExist();
  }

  private static FloatBuffer floats(float... values) {
    return ByteBuffer.allocateDirect(values.length * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer()
        .put(values)
        .flip();
  }

  private Path inPlace() {
    return TinyNets.write(
        folder.resolve("in-place.yaml"),
        """
        force_backward: true
        layers:
          - {name: x, type: DummyData, options: {shape: [2], data_filler: {type: constant, value: -3}}}
          - {name: y, type: MulConstant, bottom: x, options: {constant: 2}}
          - {name: relu, type: ReLU, bottom: y, top: y}
          - {name: f, type: Sum, bottom: y, loss_weight: 5}
        """);
  }

  @Test
  void drawsWhatWasThereBeforeALayerWorkedInPlace() throws Exception {
    assertThat(svg(inPlace(), "--values"))
        .contains(">[-3.00, -3.00]<", ">[-6.00, -6.00]<", ">[0.00, 0.00]<", ">[5.00, 5.00]<")
        .contains(">×2<", ">Σ<", ">relu<");
  }

  @Test
  void drawsValuesFromFilesAndNoGradientsWhereNoneBegins() throws Exception {
    Path one = folder.resolve("one.npy");
    Npy.write(one, Shape.of(2), floats(1, 2));
    String input = "=" + one;
    assertThat(
            svg(
                TinyNets.circuit(folder),
                "--values",
                "--decimals",
                "1",
                "--input",
                "x" + input,
                "--input",
                "y" + input,
                "--input",
                "a/z" + input))
        .contains(">x<", ">z<", ">[1.0, 2.0]<", ">[2.0, 4.0]<", ">[2.0, 8.0]<")
        .doesNotContain("rgb(198,40,40)");
  }

  @Test
  void refusesArraysThatNothingRunsOn() {
    Invocation draw = Invocation.of("draw", TinyNets.net(folder), "--input", "x=x.npy");
    assertThat(draw.code()).isEqualTo(ExitCode.USAGE);
    assertThat(draw.err()).startsWith("--input, --param and --diff are of no use without --values");
  }

  @Test
  void refusesAbsurdDecimals() {
    Invocation draw = Invocation.of("draw", TinyNets.net(folder), "--values", "--decimals", "10");
    assertThat(draw.code()).isEqualTo(ExitCode.USAGE);
    assertThat(draw.err()).startsWith("--decimals must be from 0 to 9, but is 10");
  }

  @Test
  void refusesToDrawTheValuesOfALongNet() {
    StringBuilder layers = new StringBuilder("layers:\n  - {name: x0, type: DummyData}\n");
    for (int i = 1; i <= 60; i++) {
      layers.append("  - {name: x%d, type: ReLU, bottom: x%d}\n".formatted(i, i - 1));
    }
    Path net = TinyNets.write(folder.resolve("long.yaml"), layers.toString());
    Invocation draw = Invocation.of("draw", net, "--values", "--out", picture("net.svg"));
    assertThat(draw.code()).isEqualTo(ExitCode.USAGE);
    assertThat(draw.err())
        .startsWith("--values is for nets of at most 60 layers, but net 'long' has 61");
  }
}
