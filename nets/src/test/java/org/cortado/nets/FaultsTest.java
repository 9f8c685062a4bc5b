package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Of files with planted faults, all faults are reported, in order, and nothing that follows from
 * them.
 */
class FaultsTest {

  @Test
  void reportsSevenFaultsOfSevenKinds() throws URISyntaxException {
    assertThat(faults("seven-faults.yaml"))
        .containsExactly(
            "7:31: layer 'conv1' (Convolution): unknown option 'kernal_size'; did you mean"
                + " 'kernel_size'?",
            "8:25: layer 'pool1': unknown layer type 'Poling'; did you mean 'Pooling'?",
            "12:27: layer 'conv2' (Convolution): num_output must be a whole number, but is 'fifty'",
            "17:27: layer 'ip1' (InnerProduct): num_output must be at least 1, but is -500",
            "18:39: layer 'relu1' (ReLU): bottom 'ip1x' is produced by no layer; did you mean"
                + " 'ip1'?",
            "20:63: layer 'ip2-again' (InnerProduct): top 'ip2' is already produced by layer 'ip2'"
                + " at 19:5",
            "21:5: layer 'difference' (Add): bottom 1 has the shape [64], which doesn't go with"
                + " [64x1x28x28] before it: counted from the end, sizes must be equal, or one of"
                + " them 1");
  }

  @Test
  void reportsFiveOfOtherKinds() throws URISyntaxException {
    assertThat(faults("five-more-faults.yaml"))
        .containsExactly(
            "2:1: unknown key 'layer'; did you mean 'layers'?",
            "5:5: layer 'a' (Add): is part of a cycle: 'a' → 'b' → 'a'",
            "7:12: layer 'data' (ReLU): the name is taken by the layer at 4:12",
            "8:5: layer 'softmax' (SoftmaxWithLoss): takes 2 to 3 bottoms, but has 1",
            "9:5: layer 6 (ReLU): name is missing");
  }

  /** Returns the lines that a check prints, without the name of the file. */
  private static List<String> faults(String name) throws URISyntaxException {
    String file =
        Path.of(Objects.requireNonNull(FaultsTest.class.getResource(name)).toURI()).toString();
    Command check = Command.run("check", file).endsWith(3);
    return check.err().lines().map(line -> line.replace(file + ":", "")).toList();
  }
}
