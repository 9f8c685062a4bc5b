package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Teaches a LeNet of ten classes a head of twelve, all else frozen. */
class FineTuningTest {

  private static final Path SOLVER = NetFiles.file("fashion-mnist/lenet-solver.yaml");

  @TempDir private Path folder;

  private Command train(String run, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--set", "max_iter=10", "--set", "test=[]"));
    arguments.addAll(List.of(more));
    return Command.train(SOLVER, folder.resolve(run), arguments.toArray(String[]::new));
  }

  private String weights(String run) {
    return folder.resolve(run).resolve("weights.safetensors").toString();
  }

  @Test
  void onlyTheHeadLearns() {
    train("ten");
    String[] tune = {
      "--weights",
      weights("ten"),
      "--skip",
      "ip2",
      "--set",
      "net.layers.ip2.options.num_output=12",
      "--set",
      "parameters=[{match: '*', freeze: true}, {match: ip2, freeze: false}]"
    };
    Command tuned = train("twelve", tune);
    assertThat(tuned.json().at("/loaded/loaded").intValue()).isEqualTo(6);
    assertThat(tuned.json().at("/loaded/skipped").intValue()).isEqualTo(2);
    assertThat(differing("ten", "twelve")).containsExactly(0, 0, 0, 0, 0, 0);
    train("longer", withMore(tune, "--set", "max_iter=20"));
    assertThat(differing("twelve", "longer"))
        .hasSize(8)
        .startsWith(0, 0, 0, 0, 0, 0)
        .satisfies(counts -> assertThat(counts.subList(6, 8)).allMatch(count -> count > 0));
  }

  private static String[] withMore(String[] some, String... more) {
    List<String> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** Returns how many numbers of each parameter of one shape differ between two runs. */
  private List<Integer> differing(String one, String other) {
    List<Integer> counts = new ArrayList<>();
    Command.run("diff", weights(one), weights(other), "--json")
        .json()
        .get("blobs")
        .forEach(blob -> counts.add(blob.get("differing").intValue()));
    return counts;
  }
}
