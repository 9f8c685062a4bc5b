package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class SplitLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Split").bottom(2, 3),
        layer("Split").bottom(2, 3).tops(2),
        layer("Split").bottom().tops(3));
  }

  @Test
  void showsTheBottomInEveryTop() {
    try (TestLayer split = TestLayer.of("Split", options(), 2, List.of(blob(1, 2)))) {
      split.forward();
      assertThat(split.top(0)).containsExactly(1f, 2f);
      assertThat(split.top(1)).containsExactly(1f, 2f);
      assertThat(split.tops())
          .allMatch(top -> top.data().sharesMemoryWith(split.bottoms().get(0).data()));
    }
  }

  @Test
  void addsTheGradients() {
    try (TestLayer split = TestLayer.of("Split", options(), 3, List.of(blob(1, 2)))) {
      split.forward();
      split.tops().get(1).diff().write().put(0, 10).put(1, 20);
      split.tops().get(2).diff().write().put(0, 100).put(1, 200);
      split.tops().get(0).diff().write().put(0, 1).put(1, 2);
      split.layer().backward(split.tops(), new boolean[] {true}, split.bottoms());
      assertThat(split.bottomDiff(0)).containsExactly(111f, 222f);
    }
  }
}
