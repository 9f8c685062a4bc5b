package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.format.Npy;
import org.cortado.engine.observation.TrainingObservers;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.solver.Observers;
import org.cortado.engine.solver.RunFolder;
import org.cortado.engine.solver.RunSettings;
import org.cortado.engine.solver.SolverListener;
import org.cortado.engine.solver.Training;
import org.cortado.engine.solver.TrainingFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at trainings closer, with layers as they are. */
class ObserversTest {

  private static final SolverListener NOBODY = new SolverListener() {};
  private static final int SIDE = 28;
  private static final LayerCatalogue CATALOGUE = LayerCatalogue.load();

  @TempDir private Path folder;

  /** Tests by the batch's own mean and variance, in layers that keep running averages. */
  private static final String NORMALIZED =
      """
      name: normalized
      layers:
        - {name: iris, type: Csv, top: [data, label],
           options: {file: iris.csv, skip_lines: 1, batch_size: 40}}
        - {name: hidden, type: InnerProduct, bottom: data,
           options: {num_output: 8, weight_filler: xavier}}
        - {name: norm, type: BatchNorm, bottom: hidden, options: {use_global_stats: false}}
        - {name: scores, type: InnerProduct, bottom: norm,
           options: {num_output: 3, weight_filler: xavier}}
        - {name: loss, type: SoftmaxWithLoss, bottom: [scores, label]}
      """;

  private Path train(String solver, Observers observers, String run) {
    return train(NetFiles.file(solver), observers, run);
  }

  private Path train(Path file, Observers observers, String run) {
    List<String> settings = List.of("max_iter=9", "display=2", "test={interval: 4}");
    Problems problems = new Problems();
    TrainingFiles files =
        TrainingFiles.read(file, settings, Optional.empty(), CATALOGUE.variants(), problems)
            .orElseThrow();
    RunSettings here = new RunSettings(NetFiles.data(files.net().file()), List.of());
    try (Backend backend = BestBackend.open(2);
        Training training = new Training(files, here, CATALOGUE, backend, observers)) {
      return training.run(RunFolder.createAt(folder.resolve(run)), NOBODY).weights();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fashion-mnist/lenet-solver.yaml",
        "iris/three-layer-solver.yaml",
        "char-lstm/char-lstm-solver.yaml"
      })
  void changeNoBitOfWhatIsLearnedOrTested(String solver) throws IOException {
    requireSameBits(NetFiles.file(solver));
  }

  @Test
  void changeNoAverageOfANetThatTestsByTheBatchItself() throws IOException {
    Files.copy(NetFiles.file("iris/data/iris.csv"), folder.resolve("iris.csv"));
    Files.writeString(folder.resolve("net.yaml"), NORMALIZED);
    Path solver = folder.resolve("solver.yaml");
    requireSameBits(Files.writeString(solver, "net: net.yaml\nbase_lr: 0.1\nmax_iter: 9\n"));
  }

  private void requireSameBits(Path solver) throws IOException {
    Path unseen = train(solver, Observers.NONE, "unseen");
    Path seen = train(solver, new TrainingObservers(), "seen");
    assertThat(seen).hasSameBinaryContentAs(unseen);
    List<String> tested = Files.readAllLines(folder.resolve("unseen/metrics.jsonl"));
    List<String> lines = Files.readAllLines(folder.resolve("seen/metrics.jsonl"));
    assertThat(lines).hasSizeGreaterThan(tested.size()).containsAll(tested);
  }

  private JsonNode last(String phase) throws IOException {
    return Files.readAllLines(folder.resolve("run/metrics.jsonl")).stream()
        .map(ObserversTest::tree)
        .filter(line -> line.get("phase").textValue().equals(phase))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private static JsonNode tree(String line) {
    try {
      return new JsonMapper().readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  @Test
  void countWhatTheAccuracyCounts() throws IOException {
    train("fashion-mnist/lenet-solver.yaml", new TrainingObservers(), "run");
    JsonNode counts = last("confusion").get("counts");
    long right = 0;
    long all = 0;
    for (int label = 0; label < counts.size(); label++) {
      right += counts.get(label).get(label).longValue();
      for (JsonNode count : counts.get(label)) {
        all += count.longValue();
      }
    }
    assertThat(all).isEqualTo(last("test").get("items").longValue());
    assertThat((double) right / all)
        .isCloseTo(last("test").get("accuracy").doubleValue(), within(1e-6));
  }

  @Test
  void keepPicturesOfTheItemsThatAreMistaken() throws IOException {
    train("fashion-mnist/lenet-solver.yaml", new TrainingObservers(), "run");
    JsonNode items = last("mistakes").get("items");
    assertThat(items)
        .hasSize(24)
        .allMatch(item -> !item.get("label").equals(item.get("predicted")));
    Path file = folder.resolve("run/mistakes.npy");
    Shape shape = Shape.of(24, 1, SIDE, SIDE);
    assertThat(Npy.shape(file)).isEqualTo(shape);
    try (Backend backend = BestBackend.open(1)) {
      Tensor pictures = new Tensor(shape, backend.memory());
      Npy.read(file, pictures);
      byte[] images = images();
      for (int i = 0; i < items.size(); i++) {
        int first = 16 + items.get(i).get("index").intValue() * SIDE * SIDE;
        for (int point = 0; point < SIDE * SIDE; point++) {
          assertThat(pictures.read().get(i * SIDE * SIDE + point))
              .isEqualTo((images[first + point] & 0xff) / 256f);
        }
      }
    }
  }

  private static byte[] images() throws IOException {
    Path file = NetFiles.file("fashion-mnist/data/t10k-images-idx3-ubyte.gz");
    try (InputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
      return stream.readAllBytes();
    }
  }

  @Test
  void tellWhatALayerPutsOutBeforeAnotherWorksInItsPlace() throws IOException {
    train("fashion-mnist/lenet-solver.yaml", new TrainingObservers(), "run");
    JsonNode layers = last("activations").get("layers");
    assertThat(layers.fieldNames())
        .toIterable()
        .containsExactly("conv1", "pool1", "conv2", "pool2", "ip1", "relu1", "ip2");
    assertThat(layers.get("ip1").get("min").doubleValue()).isNegative();
    assertThat(layers.get("relu1").get("min").doubleValue()).isZero();
    assertThat(layers.get("relu1").get("max")).isEqualTo(layers.get("ip1").get("max"));
  }
}
