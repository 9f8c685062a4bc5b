package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

  @ParameterizedTest
  @MethodSource("files")
  void findsNothingWrongWithAnyFile(Path file) {
    Command.run("check", file.toString(), "--data", NetFiles.data(file).toString()).endsWith(0);
  }
}
