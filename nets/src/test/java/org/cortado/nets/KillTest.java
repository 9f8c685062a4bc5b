package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that train are killed at random moments, and what they leave is gone on with. */
class KillTest {

  private static final int LONGEST_MILLIS = 30;
  private static final Pattern SNAPSHOT = Pattern.compile("iteration-(\\d+)\\.snapshot");

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @TempDir Path folder;

  /** Data in another order each epoch, dropout, momentum, and a rate that depends on tests. */
  private static final String NET =
      """
      name: killed
      layers:
        - {name: iris, type: Csv, top: [data, label],
           options: {file: iris.csv, skip_lines: 1, batch_size: 40, shuffle: true}}
        - {name: hidden, type: InnerProduct, bottom: data,
           options: {num_output: 32, weight_filler: msra}}
        - {name: relu, type: ReLU, bottom: hidden}
        - {name: drop, type: Dropout, bottom: relu}
        - {name: scores, type: InnerProduct, bottom: drop,
           options: {num_output: 3, weight_filler: xavier}}
        - {name: loss, type: SoftmaxWithLoss, bottom: [scores, label]}
      """;

  private static final String SOLVER =
      """
      net: net.yaml
      type: Adam
      base_lr: 0.02
      lr_policy: {type: plateau, patience: 1, gamma: 0.7}
      average: {type: ema, decay: 0.95}
      iter_size: 2
      max_iter: 1000
      display: 13
      test: {interval: 50}
      snapshot: {interval: 7, keep: 3, best: {metric: test.loss}}
      """;

  @Test
  @Timeout(120)
  void endsInTheBytesOfARunThatWasNeverKilled() throws Exception {
    Files.copy(NetFiles.file("iris/data/iris.csv"), folder.resolve("iris.csv"));
    Files.writeString(folder.resolve("net.yaml"), NET);
    Files.writeString(folder.resolve("solver.yaml"), SOLVER);
    requireSameBytes(folder.resolve("solver.yaml"), 4, 100);
  }

  @Test
  @Timeout(120)
  void carriesTheStateOfRecurrentLayersOn() throws Exception {
    requireSameBytes(
        NetFiles.file("char-lstm/char-lstm-solver.yaml"),
        2,
        12,
        "--set",
        "max_iter=40",
        "--set",
        "snapshot={interval: 3}");
  }

  /**
   * Kills and goes on.
   *
   * @param most about how many iterations a process does at most before it is killed; those of all
   *     processes together must be fewer than there are
   */
  private void requireSameBytes(Path solver, int kills, int most, String... settings)
      throws Exception {
    Path whole = folder.resolve("whole");
    Path killed = folder.resolve("killed");
    List<String> more = new ArrayList<>(List.of("--threads", "1"));
    more.addAll(List.of(settings));
    Command.train(solver, whole, more.toArray(String[]::new));
    more.addAll(0, List.of("train", solver.toString(), "--out", killed.toString()));
    kill(start(more), killed, most);
    List<String> resume = List.of("train", "--resume", killed.toString(), "--threads", "1");
    for (int i = 1; i < kills; i++) {
      kill(start(resume), killed, most);
    }
    assertThat(finish(start(resume))).as("seed %d", seed).isZero();
    assertThat(killed.resolve("weights.safetensors"))
        .as("seed %d", seed)
        .hasSameBinaryContentAs(whole.resolve("weights.safetensors"));
    assertThat(measured(killed)).as("seed %d", seed).isEqualTo(measured(whole));
    assertThat(names(killed.resolve("snapshots"))).isEqualTo(names(whole.resolve("snapshots")));
  }

  /** Returns all that was measured but times. */
  private static List<String> measured(Path run) throws IOException {
    return Files.readAllLines(run.resolve("metrics.jsonl")).stream()
        .filter(line -> !line.contains("\"phase\":\"throughput\""))
        .toList();
  }

  private Process start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.cortado.cli.Main"));
    command.addAll(arguments);
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("OMP_NUM_THREADS", "1");
    return process
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();
  }

  /** Waits until a process has come a random number of iterations further, and kills it. */
  private void kill(Process training, Path run, int most) throws Exception {
    long enough = newest(run) + 1 + random.nextInt(most);
    while (training.isAlive() && newest(run) < enough) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
    TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_MILLIS));
    assertThat(training.destroyForcibly().waitFor())
        .as("seed %d: exit code of what should be at work still; it said: %s", seed, output())
        .isNotIn(0, 1, 2);
  }

  /** Returns the iteration of the newest snapshot; 0 if there is none. */
  private static long newest(Path run) throws IOException {
    Path snapshots = run.resolve("snapshots");
    return !Files.isDirectory(snapshots)
        ? 0
        : names(snapshots).stream()
            .map(SNAPSHOT::matcher)
            .filter(Matcher::matches)
            .mapToLong(name -> Long.parseLong(name.group(1)))
            .max()
            .orElse(0);
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output.txt"));
  }

  private int finish(Process training) throws Exception {
    int code = training.waitFor();
    if (code != 0) {
      System.err.println(output());
    }
    return code;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
