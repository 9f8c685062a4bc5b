package org.cortado.layers.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cortado.api.blob.Blob;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

class IdentityLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Identity").bottom(2, 3),
        layer("Identity").bottom(),
        layer("Identity").bottom(0, 2).fixedShape());
  }

  @Test
  void sharesDataAndDiffWithTheBottom() {
    Blob x = blob(7, Double.NaN);
    try (TestLayer identity = make("Identity", options(), x)) {
      identity.forward();
      assertThat(identity.top(0)).containsExactly(7f, Float.NaN);
      identity.backward(3, 4);
      assertThat(identity.bottomDiff(0)).containsExactly(3f, 4f);
      assertThat(identity.tops().get(0).data().sharesMemoryWith(x.data())).isTrue();
      assertThat(identity.tops().get(0).diff().sharesMemoryWith(x.diff())).isTrue();
    }
  }
}
