package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of each kind that a plug-in may offer, all from the jar of a sample. */
class SamplePartsTest {

  private static final Path SAMPLE = Readme.FOLDER.resolve("framework/samples/acme-parts");
  private static final Path SOLVER = SAMPLE.resolve("nets/points-solver.yaml");

  @TempDir private static Path plugins;
  @TempDir private Path folder;

  @BeforeAll
  static void makeTheJar(@TempDir Path scratch) throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLE.resolve("src/main/java"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      ForeignJar.make(plugins.resolve("acme-parts.jar"), sources, "acme.AcmeParts", scratch);
    }
  }

  private static Command run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--plugins", plugins.toString()));
    return Command.run(all.toArray(String[]::new));
  }

  private Path train(String... more) {
    Path run = folder.resolve("run");
    List<String> all = new ArrayList<>(List.of("train", SOLVER.toString(), "--threads", "1"));
    all.addAll(List.of("--out", run.toString(), "--backend", "acme", "--json"));
    all.addAll(List.of(more));
    Command trained = run(all.toArray(String[]::new)).endsWith(0);
    assertThat(trained.json().required("test.f1").asDouble()).isGreaterThan(0.6);
    return run;
  }

  @Test
  void trainANetTogether() throws IOException {
    Path run = train();
    assertThat(Files.readAllLines(run.resolve("journal.txt")))
        .first()
        .asString()
        .matches("points-solver begins with [1-9]\\d* inner products");
    assertThat(Files.readAllLines(run.resolve("journal.txt")))
        .anyMatch(line -> line.matches("iteration 100: loss 0\\.\\d+ at rate 0\\.0094"))
        .anyMatch(line -> line.matches("iteration 300: test found loss 0\\.\\d+ and \\{.*f1=.*"))
        .endsWith("finished after iteration 300");
  }

  /** 70 batches of 16 are no whole number of rounds. */
  @Test
  void goOnAfterAStopAsIfThereHadBeenNone() {
    String listeners = "listeners=[]"; // the journal would be told of two trainings
    Path whole = train("--set", "max_iter=150", "--set", listeners);
    Path halves = folder.resolve("halves");
    Command.train(
        SOLVER,
        halves,
        "--set",
        "max_iter=70",
        "--set",
        listeners,
        "--threads",
        "1",
        "--backend",
        "acme",
        "--plugins",
        plugins.toString());
    Command.run(
            "train", "--resume", halves.toString(), "--set", "max_iter=150", "--backend", "acme")
        .endsWith(0);
    assertThat(halves.resolve("weights.safetensors"))
        .hasSameBinaryContentAs(whole.resolve("weights.safetensors"));
  }

  @Test
  void writeNoIterationTwiceAfterAResume() throws IOException {
    Path run = train("--set", "max_iter=110", "--set", "snapshot.interval=60");
    String journal = "iteration 100: loss 9 at rate 9\niteration 200: loss 9 at rate 9\n";
    Files.writeString(run.resolve("journal.txt"), journal);
    Command.run("train", "--resume", run.toString(), "--set", "max_iter=300", "--backend", "acme")
        .endsWith(0);
    assertThat(Files.readString(run.resolve("journal.txt")))
        .startsWith("iteration 100: loss 9")
        .containsOnlyOnce("iteration 200: loss");
  }

  @Test
  void sayWhichLineOfTheirDataIsWrong() throws IOException {
    assertThat(refusal("1 2 0\n3 4\n"))
        .contains("points.txt:2: a line must be x, y and a class, but is '3 4'");
    assertThat(refusal("1 2 x\n"))
        .contains("points.txt:1: a line must be x, y and a class, but is '1 2 x'");
    assertThat(refusal("")).contains("points.txt' holds no points");
  }

  private String refusal(String points) throws IOException {
    Path file = Files.writeString(folder.resolve("points.txt"), points);
    return Command.run(
            "train",
            SOLVER.toString(),
            "--plugins",
            plugins.toString(),
            "--out",
            folder.resolve("refused").toString(),
            "--set",
            "net.layers.points.options.file=" + file)
        .endsWith(4)
        .err();
  }

  /** The mean over batches does depend on how the items fall into them. */
  @Test
  void measureOverAWholeTest() {
    Path weights = train("--set", "max_iter=100").resolve("weights.safetensors");
    assertThat(f1(weights, 7)).isEqualTo(f1(weights, 100)).isLessThan(1);
  }

  private static double f1(Path weights, int batchSize) {
    String setting = "net.layers.points.options.batch_size=" + batchSize;
    String file = weights.toString();
    return run("test", SOLVER.toString(), "--weights", file, "--set", setting, "--json")
        .endsWith(0)
        .json()
        .required("test.f1")
        .asDouble();
  }

  @Test
  void areListedWithTheirKindAndJar() {
    assertThat(run("layers").endsWith(0).out().lines())
        .anyMatch(line -> line.matches("acme:F1 +acme-parts\\.jar .*"))
        .anyMatch(line -> line.matches("acme:stripes +filler +acme-parts\\.jar .*"))
        .anyMatch(line -> line.matches("acme:Sign +update rule +acme-parts\\.jar .*"))
        .anyMatch(line -> line.matches("acme:wave +learning rate policy +acme-parts\\.jar .*"))
        .anyMatch(line -> line.matches("acme:Journal +listener +acme-parts\\.jar .*"))
        .anyMatch(line -> line.matches("acme +backend +acme-parts\\.jar .*"));
  }

  @Test
  void areDescribed() {
    assertThat(run("describe", "acme:Sign").endsWith(0).out())
        .startsWith("acme:Sign (an update rule): steps of one size")
        .contains("decay");
    assertThat(run("describe", "acme:Journal").endsWith(0).out())
        .startsWith("acme:Journal (a listener): keeps a journal")
        .contains("every");
  }

  @Test
  void areInTheSchemaOfSolvers() {
    assertThat(run("schema", "solver").endsWith(0).out())
        .contains("acme:Sign", "acme:wave", "acme:Journal");
  }

  @Test
  void areGuessedWhereTheirNamesAreMisspelt() {
    assertThat(run("train", SOLVER.toString(), "--set", "type=acme:Sing").endsWith(3).err())
        .contains("acme:Sing", "did you mean 'acme:Sign'?");
    assertThat(run("train", SOLVER.toString(), "--backend", "acne").err())
        .contains("there is no backend 'acne'; did you mean 'acme'?");
  }

  @Test
  void areMissedWithoutTheirJar() {
    assertThat(Command.run("check", SOLVER.toString()).endsWith(3).err())
        .contains("acme:Sign")
        .contains("no plug-in at hand offers a training listener");
  }
}
