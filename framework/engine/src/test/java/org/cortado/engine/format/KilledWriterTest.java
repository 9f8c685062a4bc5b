package org.cortado.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes that write weights, and looks at what they leave behind. */
class KilledWriterTest {

  private static final int FLOATS = 1 << 20;
  private static final int FILES = 4;
  private static final int KILLS = 5;
  private static final long SEED = 20261;

  @TempDir Path folder;

  @Test
  @Timeout(60)
  void leavesEveryFinishedFileWhole() throws Exception {
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      Process writer = start();
      waitForAFile();
      Thread.sleep(random.nextInt(250));
      writer.destroyForcibly();
      assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertAllWhole();
    }
  }

  /** Each file holds one number throughout, so that parts of two files would show. */
  private void assertAllWhole() throws IOException {
    List<Path> finished = finished();
    assertThat(finished).isNotEmpty();
    for (Path file : finished) {
      Tensor tensor = Tensors.empty(FLOATS);
      try (SafetensorsFile read = Safetensors.open(file)) {
        read.read("weights.0", tensor);
        float value = Float.parseFloat(read.metadata().getOrDefault("value", "none"));
        float[] all = new float[FLOATS];
        Arrays.fill(all, value);
        assertThat(Arrays.equals(Tensors.values(tensor), all)).as("%s", file).isTrue();
      }
    }
  }

  private List<Path> finished() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".safetensors")).toList();
    }
  }

  private void waitForAFile() throws IOException, InterruptedException {
    for (Path file : finished()) {
      Files.delete(file);
    }
    while (finished().isEmpty()) {
      Thread.sleep(1);
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            folder.toString())
        .inheritIO()
        .start();
  }

  /** Writes the same few files again and again until it is killed. */
  static final class Writer {

    private Writer() {}

    /** Writes to the folder named by the only argument. */
    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      float[] values = new float[FLOATS];
      for (int i = 0; i < Integer.MAX_VALUE; i++) {
        Arrays.fill(values, i);
        Tensor weights = Tensors.of(Shape.of(FLOATS), values);
        Path file = folder.resolve("iteration-" + i % FILES + ".safetensors");
        Safetensors.write(file, Map.of("weights.0", weights), Map.of("value", Float.toString(i)));
      }
    }
  }
}
