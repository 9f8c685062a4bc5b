package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class SilenceLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    Case silence = layer("Silence").tops(0);
    return Stream.of(
        silence.bottom(2, 3),
        silence.bottom(2, 3).bottom(1),
        silence.bottom(),
        silence.bottom(5003));
  }

  @Test
  void clearsTheGradientsThatAreAskedFor() {
    try (TestLayer silence =
        TestLayer.of("Silence", options(), 0, List.of(blob(1, 2), blob(3), blob(Shape.of(0))))) {
      silence.forward();
      silence.bottoms().get(0).diff().write().put(0, 7).put(1, 8);
      silence.bottoms().get(1).diff().write().put(0, 9);
      silence.layer().backward(List.of(), new boolean[] {true, false, true}, silence.bottoms());
      assertThat(silence.bottomDiff(0)).containsExactly(0f, 0f);
      assertThat(silence.bottomDiff(1)).containsExactly(9f);
    }
  }
}
