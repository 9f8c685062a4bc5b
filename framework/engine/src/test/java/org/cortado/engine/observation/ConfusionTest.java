package org.cortado.engine.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfusionTest {

  @Test
  void hasARowForEachLabelAndAColumnForEachPrediction() {
    Confusion confusion = new Confusion(3);
    confusion.add(0, 0);
    confusion.add(0, 0);
    confusion.add(0, 1);
    confusion.add(1, 1);
    assertThat(confusion.values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "classes", 3,
                "counts", List.of(List.of(2L, 1L, 0L), List.of(0L, 1L, 0L), List.of(0L, 0L, 0L)),
                "precision", List.of(1.0, 0.5, 0.0),
                "recall", List.of(2 / 3.0, 1.0, 0.0)));
  }
}
