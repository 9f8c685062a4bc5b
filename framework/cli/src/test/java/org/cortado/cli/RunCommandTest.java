package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.format.Npy;
import org.cortado.engine.portable.PortableBackendFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void writeArrays() {
    out = folder.resolve("out");
    array("x", -2);
    array("y", 5);
    array("z", -4);
    array("one", 1);
  }

  private void array(String name, float... values) {
    FloatBuffer floats =
        ByteBuffer.allocateDirect(values.length * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    Npy.write(file(name), Shape.of(values.length), floats.put(values).flip());
  }

  private Path file(String name) {
    return folder.resolve(name + ".npy");
  }

  private float value(String written) {
    Path file = out.resolve(written);
    Tensor tensor = new Tensor(Npy.shape(file), new PortableBackendFactory().create(1).memory());
    Npy.read(file, tensor);
    return tensor.read().get(0);
  }

  private Invocation run(Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("run", TinyNets.circuit(folder)));
    arguments.addAll(List.of("--input", "x=" + file("x"), "--input", "y=" + file("y")));
    arguments.addAll(Arrays.asList(more));
    return Invocation.of(arguments.toArray());
  }

  @Test
  void writesEveryBlobAndItsGradient() {
    Invocation run =
        run(
            "--input",
            "a/z=" + file("z"),
            "--backward",
            "--diff",
            "f=" + file("one"),
            "--out",
            out);
    assertThat(run.code()).isEqualTo(ExitCode.GOOD);
    assertThat(value("data/q.npy")).isEqualTo(3);
    assertThat(value("data/f.npy")).isEqualTo(-12);
    assertThat(value("diff/x.npy")).isEqualTo(-4);
    assertThat(value("diff/y.npy")).isEqualTo(-4);
    assertThat(value("diff/a%2Fz.npy")).isEqualTo(3);
    assertThat(run.out()).contains("-12");
  }

  @Test
  void writesNoGradientsWithoutABackwardPass() {
    run("--input", "a/z=" + file("z"), "--out", out);
    assertThat(out.resolve("data/a%2Fz.npy")).exists();
    assertThat(out.resolve("diff")).doesNotExist();
  }

  @Test
  void writesOnlyBlobsThatTheFileNames() throws Exception {
    Path net =
        TinyNets.write(
            folder.resolve("fork.yaml"),
            """
            layers:
              - {name: x, type: Input}
              - {name: y, type: Multiply, bottom: [x, x]}
            """);
    Invocation.of("run", net, "--input", "x=" + file("x"), "--out", out);
    try (var files = Files.list(out.resolve("data"))) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("x.npy", "y.npy");
    }
  }

  @Test
  void setsParametersAndWritesTheirGradients() {
    Path net = TinyNets.net(folder);
    array("bias", 100, 0);
    Invocation run =
        Invocation.of(
            "run",
            net,
            "--param",
            "scores.1=" + file("bias"),
            "--phase",
            "train",
            "--backward",
            "--out",
            out);
    assertThat(run.code()).isEqualTo(ExitCode.GOOD);
    assertThat(value("param/scores.1.npy")).isEqualTo(100);
    assertThat(value("param-diff/scores.1.npy")).isEqualTo(0.5f);
  }

  @Test
  void feedsArraysInPlaceOfADataLayer() {
    Path net = TinyNets.net(folder);
    array("label", 1, 1, 1);
    Invocation run = Invocation.of("run", net, "--input", "label=" + file("label"), "--json");
    assertThat(run.code()).isNotEqualTo(ExitCode.GOOD);
    array("label", 1, 1, 1, 1);
    run = Invocation.of("run", net, "--input", "label=" + file("label"), "--out", out, "--json");
    assertThat(run.code()).isEqualTo(ExitCode.GOOD);
    assertThat(value("data/label.npy")).isEqualTo(1);
    assertThat(run.json().get("outputs").get("loss").get("value").isNumber()).isTrue();
  }

  @Test
  void refusesAnInputThatTheNetHasNot() {
    Invocation run = run("--input", "z=" + file("z"));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("--input: 'z' is no blob that net 'circuit' begins with");
  }

  @Test
  void asksForAnInputThatNothingGives() {
    Path net = TinyNets.write(folder.resolve("one.yaml"), "layers: [{name: x, type: Input}]");
    Invocation run = Invocation.of("run", net);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("nothing gives 'x' its values: add --input x=FILE");
  }

  @Test
  void refusesAGradientForABlobThatIsRead() {
    Invocation run = run("--input", "a/z=" + file("z"), "--backward", "--diff", "q=" + file("one"));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("'q' is no blob that net 'circuit' puts out (it puts out f)");
  }

  @Test
  void refusesAGradientWithoutABackwardPass() {
    Invocation run = run("--input", "a/z=" + file("z"), "--diff", "f=" + file("one"));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--backward");
  }

  @Test
  void refusesAParameterThatTheNetHasNot() {
    Invocation run = Invocation.of("run", TinyNets.net(folder), "--param", "scores.2=" + file("x"));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("no parameter 'scores.2'").contains("scores.0, scores.1");
  }

  @Test
  void reportsAnArrayThatIsNotThere() {
    Invocation run = run("--input", "a/z=" + file("nowhere"));
    assertThat(run.code()).isEqualTo(ExitCode.DATA);
    assertThat(run.err()).contains("nowhere.npy");
  }

  @Test
  void reportsAnArrayOfAnotherShapeThanTheNetTakes() {
    array("x", 1, 2, 3);
    array("z", 1, 2);
    Invocation run = run("--input", "a/z=" + file("z"));
    assertThat(run.code()).isEqualTo(ExitCode.DEFINITION);
    assertThat(run.err()).contains("layer 'f' (Multiply)");
  }
}
