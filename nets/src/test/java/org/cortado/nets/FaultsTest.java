package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Files with planted faults are told all of them, in order, and nothing else. */
class FaultsTest {

  @Test
  void reportsSevenFaultsOfSevenKinds() throws URISyntaxException {
    assertThat(faults("seven-faults.yaml"))
        .containsExactly(
            "7:32: layer 'conv1' (Convolution): unknown option 'kernal_size'; did you mean"
                + " 'kernel_size'?");
  }

  @Test
  void reportsOtherKindsAsWell() throws URISyntaxException {
    assertThat(faults("five-more-faults.yaml")).containsExactly("");
  }

  private static List<String> faults(String name) throws URISyntaxException {
    String file =
        Path.of(Objects.requireNonNull(FaultsTest.class.getResource(name)).toURI()).toString();
    Command check = Command.run("check", file).endsWith(3);
    return check.err().lines().map(line -> line.replace(file + ":", "")).toList();
  }
}
