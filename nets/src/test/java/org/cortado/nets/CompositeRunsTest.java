package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands make of a net with a layer that is made of others, one within the other. */
class CompositeRunsTest {

  private static final String NET =
      """
      name: net
      layers:
        - {name: rows, type: Csv, top: [x, label], options: {file: rows.csv, batch_size: 4}}
        - {name: y, type: composed:Outer, bottom: x}
        - {name: scores, type: InnerProduct, bottom: y,
           options: {num_output: 2, weight_filler: xavier}}
        - {name: loss, type: SoftmaxWithLoss, bottom: [scores, label]}
      """;

  @TempDir private static Path folder;
  private static Path solver;

  @TempDir private Path runs;

  @BeforeAll
  static void write() throws IOException {
    ComposedJar.make(folder);
    Files.writeString(folder.resolve("net.yaml"), NET);
    Files.writeString(folder.resolve("rows.csv"), "1,0,0\n2,3,0\n-1,0,1\n-2,1,1\n3,0,0\n-1,2,1\n");
    solver =
        Files.writeString(
            folder.resolve("solver.yaml"),
            "net: net.yaml\nbase_lr: 0.1\nmax_iter: 9\ntest: {interval: 9}\n");
  }

  private static Command run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--plugins", folder.resolve("composed.jar").toString()));
    return Command.run(all.toArray(String[]::new)).endsWith(0);
  }

  private Command train(String name, String... more) {
    String out = runs.resolve(name).toString();
    List<String> all = new ArrayList<>(List.of("train", solver.toString(), "--out", out, "--json"));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private String weights(String name) {
    return runs.resolve(name).resolve("weights.safetensors").toString();
  }

  private static double testLoss(String weights, int batchSize) {
    String setting = "net.layers.rows.options.batch_size=" + batchSize;
    return run("test", solver.toString(), "--weights", weights, "--set", setting, "--json")
        .testLoss();
  }

  /** In batches of 4 the last one is short. */
  @Test
  void theirWeightsAreFoundAgain() throws IOException {
    double loss = train("run").testLoss();
    String file = weights("run");
    assertThat(Files.readString(Path.of(file), StandardCharsets.ISO_8859_1))
        .contains("\"y.0\":", "\"y.1\":", "\"y.2\":", "\"y.3\":", "\"scores.0\":");
    for (int batchSize : new int[] {1, 4, 6}) {
      assertThat(testLoss(file, batchSize)).isCloseTo(loss, within(1e-6));
    }
    train("other", "--weights", file, "--set", "max_iter=1", "--set", "base_lr=0");
    assertThat(Command.run("diff", file, weights("other")).out())
        .contains("no differences")
        .doesNotContain("y.", "scores.");
  }

  @Test
  void stayAsTheyAreWhereTheyAreFrozen() {
    String frozen = "parameters=[{match: y, freeze: true}]";
    train("one", "--set", frozen, "--set", "max_iter=1");
    train("many", "--set", frozen);
    String diff = Command.run("diff", weights("one"), weights("many")).out();
    assertThat(diff).contains("scores.0", "no differences in 4 other blobs").doesNotContain("y.");
  }

  @Test
  void areSummedUpAsOneLayer() {
    String net = folder.resolve("net.yaml").toString();
    assertThat(run("summary", net).out())
        .containsPattern("y +composed:Outer +\\[4x4] +32 +24 .* all\n");
    assertThat(run("why", net, "y").out()).contains("parameter 3  [4] its own");
  }
}
