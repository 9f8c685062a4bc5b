package org.cortado.layers.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cortado.testkit.Values.exactly;
import static org.cortado.testkit.Values.labels;
import static org.cortado.testkit.Values.positive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfogainLossLayerTest extends SmoothedLossContract {

  private static final double[] MATRIX = {1, 0.5, 0, 0.25, 2, -0.5, 0, 0.125, 4};

  @TempDir private static Path folder;

  InfogainLossLayerTest() {
    super("InfogainLoss");
  }

  @BeforeAll
  static void writeFiles() throws IOException {
    write("text.csv", "1, 0.5, 0\n\n0.25,2,-0.5\n 0 0.125  4 \n");
    Files.write(folder.resolve("matrix.npy"), numpy("<f4", MATRIX));
  }

  private static Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static byte[] numpy(String type, double... values) {
    String header = "{'descr': '%s', 'fortran_order': False, 'shape': (3, 3), }".formatted(type);
    String padded = header + " ".repeat(117 - header.length()) + "\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
    bytes.writeBytes(padded.getBytes(StandardCharsets.US_ASCII));
    ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      data.putFloat((float) value);
    }
    bytes.writeBytes(data.array());
    return bytes.toByteArray();
  }

  @Override
  List<Blob> extraBottoms() {
    return List.of(matrix());
  }

  private static Blob matrix() {
    return blob(Shape.of(3, 3), MATRIX);
  }

  @Override
  double cost(double[] scores, int label) {
    double sum = Arrays.stream(scores).map(Math::exp).sum();
    double cost = 0;
    for (int k = 0; k < scores.length; k++) {
      cost -= MATRIX[3 * label + k] * (scores[k] - Math.log(sum));
    }
    return cost;
  }

  private static Case loss() {
    return layer("InfogainLoss");
  }

  private static Case fromFile(String name) {
    return loss().option("source", folder.resolve(name));
  }

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        fromFile("text.csv").bottom(4, 3).bottom(labels(3), 4),
        fromFile("matrix.npy").bottom(4, 3).bottom(labels(3), 4).tops(2),
        fromFile("text.csv").bottom(2, 3, 2).bottom(labels(3), 2, 2).bottom(2),
        loss().bottom(4, 3).bottom(labels(3), 4).bottom(exactly(MATRIX), 3, 3),
        loss()
            .option("axis", -1)
            .option("ignore_label", 0)
            .bottom(2, 2, 3)
            .bottom(labels(3), 4)
            .bottom(exactly(MATRIX), 3, 3)
            .bottom(positive(), 2, 2),
        fromFile("text.csv")
            .option("normalization", "weights")
            .option("class_weights", "[1, 0.5, 2]")
            .bottom(2, 3, 2)
            .bottom(labels(3), 4)
            .bottom(positive(), 4),
        fromFile("text.csv")
            .option("label_smoothing", 0.3)
            .option("ignore_label", 1)
            .bottom(4, 3)
            .bottom(labels(3), 4),
        loss()
            .option("label_smoothing", 1)
            .option("class_weights", "[1, 0.5, 2]")
            .option("normalization", "full")
            .bottom(2, 3, 2)
            .bottom(labels(3), 4)
            .bottom(exactly(MATRIX), 3, 3)
            .bottom(positive(), 4),
        fromFile("text.csv").option("normalize", false).bottom(2, 3, 2).bottom(labels(3), 4),
        fromFile("text.csv").option("normalization", "none").bottom(2, 3, 2).bottom(labels(3), 4));
  }

  private static Map<String, Object> source(Path file) {
    return options("source", file);
  }

  private static Blob scores() {
    return blob(Shape.of(1, 3), 0, Math.log(2), 0);
  }

  @Test
  void countsEachClassAsItsRowSays() {
    assertThat(run("InfogainLoss", options(), scores(), blob(1), matrix())[0])
        .isEqualTo(
            (float) (0.25 * Math.log(4) + 2 * Math.log(2) - 0.5 * Math.log(4)), within(1e-6f));
  }

  @Test
  void readsItsMatrixFromTextOrNumpy() {
    float expected = run("InfogainLoss", options(), scores(), blob(1), matrix())[0];

    for (String name : List.of("text.csv", "matrix.npy")) {
      assertThat(run("InfogainLoss", source(folder.resolve(name)), scores(), blob(1)))
          .containsExactly(expected);
    }
  }

  @Test
  void takesTheThirdBottomForWeightsBesideASource() {
    Map<String, Object> options = source(folder.resolve("text.csv"));
    float plain = run("InfogainLoss", options, scores(), blob(1))[0];

    assertThat(run("InfogainLoss", options, scores(), blob(1), blob(3))[0])
        .isEqualTo(3 * plain, within(1e-5f));
  }

  @Test
  void isTheSoftmaxLossWithTheUnitMatrix() {
    Blob unit = blob(Shape.of(3, 3), 1, 0, 0, 0, 1, 0, 0, 0, 1);
    try (TestLayer layer = make("InfogainLoss", options(), scores(), blob(1), unit)) {
      layer.forward();
      layer.backward(4);
      assertThat(layer.top(0)).containsExactly(new float[] {(float) Math.log(2)}, within(1e-6f));
      assertThat(layer.bottomDiff(0)).containsExactly(new float[] {1, -2, 1}, within(1e-6f));
    }
  }

  /** The smoothed row of class 1 is a tenth of the others' and eight of its own. */
  @Test
  void spreadsATargetOverTheRows() {
    double[] row = {0.1 + 0.8 * 0.25, 0.05 + 0.8 * 2 + 0.0125, 0.4 - 0.8 * 0.5};

    assertThat(run("InfogainLoss", options("label_smoothing", 0.3), scores(), blob(1), matrix())[0])
        .isEqualTo(
            (float) (row[0] * Math.log(4) + row[1] * Math.log(2) + row[2] * Math.log(4)),
            within(1e-6f));
  }

  @Test
  void readsAMatrixThatChanges() {
    Blob matrix = blob(Shape.of(3, 3), MATRIX);
    try (TestLayer layer = make("InfogainLoss", options(), scores(), blob(1), matrix)) {
      layer.forward();
      matrix.data().update().put(4, 3);
      float before = layer.top(0)[0];
      layer.forward();
      assertThat(layer.top(0)[0]).isEqualTo(before + (float) Math.log(2), within(1e-6f));
    }
  }

  @Test
  void takesNoProbabilityForLessThanCaffeDoes() {
    Blob impossible = blob(Shape.of(1, 3), 0, -1000, -1000);

    assertThat(run("InfogainLoss", options(), impossible, blob(2), matrix())[0])
        .isEqualTo((float) (-4.125 * Math.log(1e-20)), within(1e-3f));
  }

  @Test
  void refusesToDoWithoutAMatrix() {
    assertThat(refusal("InfogainLoss", options(), scores(), blob(1)))
        .isEqualTo(
            "the infogain matrix must come from the option source or a third bottom, but there is"
                + " neither");
  }

  @Test
  void refusesABottomTooMany() {
    Map<String, Object> options = source(folder.resolve("text.csv"));

    assertThat(refusal("InfogainLoss", options, scores(), blob(1), matrix(), blob(1)))
        .isEqualTo("with the option source there must be at most 3 bottoms, but there are 4");
  }

  @Test
  void refusesAMatrixOfAnotherSize() {
    String message = "the infogain matrix must have 3 x 3 numbers, a row for each class, but has 4";
    assertThat(
            refusal("InfogainLoss", options(), scores(), blob(1), blob(Shape.of(2, 2), 1, 0, 0, 1)))
        .isEqualTo(message);
    assertThat(refusal("InfogainLoss", source(written("small.csv", "1,0\n0,1")), scores(), blob(1)))
        .isEqualTo(message);
  }

  private static Path written(String name, String text) {
    try {
      return write(name, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void namesWhatIsWrongWithAFile() throws IOException {
    Path missing = folder.resolve("missing.csv");
    assertThat(refusal("InfogainLoss", source(missing), scores(), blob(1)))
        .startsWith("can't read the matrix in " + missing);
    Path words = write("words.csv", "1,0\n0,one");
    assertThat(refusal("InfogainLoss", source(words), scores(), blob(1)))
        .isEqualTo("'one' in row 2 of " + words + " is no number");
    Path ragged = write("ragged.csv", "1,0\n0");
    assertThat(refusal("InfogainLoss", source(ragged), scores(), blob(1)))
        .isEqualTo(
            "row 2 of %s must have 2 numbers, as many as there are rows, but has 1"
                .formatted(ragged));
  }

  @Test
  void namesWhatIsWrongWithANumpyFile() throws IOException {
    Path text = write("text.npy", "1,0");
    assertThat(refusal("InfogainLoss", source(text), scores(), blob(1)))
        .isEqualTo(text + " must be a NumPy file of format 1.0, but doesn't begin so");
    Path doubles = Files.write(folder.resolve("doubles.npy"), numpy("<f8", MATRIX));
    assertThat(refusal("InfogainLoss", source(doubles), scores(), blob(1)))
        .isEqualTo(
            doubles
                + " must hold '<f4' numbers, row by row, but says"
                + " {'descr': '<f8', 'fortran_order': False, 'shape': (3, 3), }");
  }
}
