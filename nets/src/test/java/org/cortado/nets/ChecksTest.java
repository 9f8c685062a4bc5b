package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChecksTest {

  static List<Path> files() {
    return Stream.concat(NetFiles.nets().stream(), NetFiles.solvers().stream()).toList();
  }

  @Test
  void findsTheNets() {
    assertThat(files().stream().map(NetFiles::name))
        .contains("circuits/forks.yaml", "fashion-mnist/lenet-solver.yaml", "mnist/lenet.yaml");
  }

  static List<Path> nets() {
    return NetFiles.nets();
  }

  @ParameterizedTest
  @MethodSource("nets")
  void everyNetExpandsToItself(Path net, @TempDir Path folder) throws IOException {
    String flat = Command.run("expand", net.toString()).endsWith(0).out();
    Path file = Files.writeString(folder.resolve("flat.yaml"), flat);
    assertThat(Command.run("expand", file.toString()).endsWith(0).out()).isEqualTo(flat);
    Command.run("check", file.toString(), "--data", NetFiles.data(net).toString()).endsWith(0);
  }

  @ParameterizedTest
  @MethodSource("files")
  void findsNothingWrongWithAnyFile(Path file) {
    Command.run("check", file.toString(), "--data", NetFiles.data(file).toString()).endsWith(0);
  }
}
