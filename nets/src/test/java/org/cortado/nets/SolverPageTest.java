package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolverPageTest {

  private static final Path PAGE = NetFiles.file("../framework/docs/solvers.md");

  @TempDir private Path folder;

  @Test
  void thePageOfSolversIsCurrent() throws IOException {
    assertThat(Command.run("describe", "solver", "--markdown").out().lines())
        .as("./cortado describe solver --markdown > framework/docs/solvers.md writes it anew")
        .containsExactlyElementsOf(Files.readAllLines(PAGE));
  }

  @Test
  void itsExampleLearnsAndKeepsWhatItSays() throws IOException {
    Readme.writeNets(PAGE, folder);
    Path run = folder.resolve("run");
    Path solver = folder.resolve("iris-solver.yaml");
    JsonNode result =
        Command.train(solver, run, "--threads", "1", "--data", Readme.FOLDER.toString()).json();

    assertThat(result.required("test.accuracy").asDouble()).isGreaterThan(0.9);
    assertThat(result.required("virginica.accuracy").asDouble()).isGreaterThan(0.8);
    assertThat(run.resolve("best.safetensors")).exists();
    assertThat(run.resolve("snapshots"))
        .isDirectoryContaining(name("iteration-150.snapshot"))
        .isDirectoryContaining(name("iteration-240.snapshot"))
        .isDirectoryNotContaining(name("iteration-210.snapshot"));
  }

  private static Predicate<Path> name(String name) {
    return file -> file.endsWith(name);
  }
}
