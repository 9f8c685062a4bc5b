package org.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract as a layer's author uses it. */
class FaultyLayerTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("Faulty").bottom(2, 3).bottom(2, 3),
        layer("Faulty").bottom(Values.distinct(), 7).bottom(Values.positive(), 7),
        layer("Faulty").bottom(Values.exactly(1, 2), 2).bottom(2));
  }

  @Test
  void runsOnBlobsOfOnesOwnWithTheFillersOfTheLayer() {
    assertThat(run("Faulty", options(), blob(1, -2, 0), blob(5, 6, 7))).containsExactly(8, 18, 7);
  }

  @Test
  void showsGradients() {
    try (TestLayer layer = make("Faulty", options(), blob(1, -2), blob(5, 6))) {
      layer.setParameter(0, 10);
      layer.forward();
      layer.backward(1, 3);
      assertThat(layer.top(0)).containsExactly(15, 46);
      assertThat(layer.bottomDiff(0)).containsExactly(20, -120);
      assertThat(layer.bottomDiff(1)).containsExactly(1, 3);
      assertThat(layer.parameterDiff(0)).containsExactly(13);
    }
  }

  @Test
  void showsWhatIsRefused() {
    assertThat(refusal("Faulty", options("falt", "none"), blob(1), blob(1)))
        .isEqualTo("unknown option 'falt'; did you mean 'fault'?");
    assertThatThrownBy(() -> refusal("Faulty", options(), blob(1), blob(1)))
        .isInstanceOf(AssertionError.class);
  }
}
