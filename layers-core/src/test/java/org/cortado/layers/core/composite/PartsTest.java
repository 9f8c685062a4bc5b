package org.cortado.layers.core.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.engine.plugin.PartFailedException;
import org.cortado.engine.plugin.PluginException;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.TestLayer;
import org.junit.jupiter.api.Test;

/** What parts in a row do together, and what is said of parts that don't go together. */
class PartsTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(
        layer("test:Connected").option("row", List.of("Parameter")),
        layer("test:Connected").option("row", List.of("Parameter", "Identity")),
        layer("test:Connected").option("row", List.of("Flatten", "Scale")).bottom(2, 3));
  }

  private static TestLayer connected(List<String> row, Blob... bottoms) {
    return TestLayer.of("test:Connected", Map.of("row", row), 1, List.of(bottoms));
  }

  @Test
  void learnsWithoutABottom() {
    try (TestLayer layer = connected(List.of("Parameter"))) {
      layer.setParameter(0, 3, 4);
      layer.forward();
      assertThat(layer.top(0)).containsExactly(3, 4);
      layer.backward(5, 6);
      assertThat(layer.parameterDiff(0)).containsExactly(5, 6);
    }
  }

  @Test
  void followsAPartThatSaysItsShapeWhenItRuns() {
    Blob x = blob(Shape.of(3, 2), 1, -2, -3, 4, 5, -6);
    Blob selector = blob(Shape.of(3), 1, 0, 1);
    try (TestLayer layer = connected(List.of("Filter", "Scale", "Identity"), x, selector)) {
      layer.setParameter(0, 2, 3);
      layer.forward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(2, 2));
      assertThat(layer.top(0)).containsExactly(2, -6, 10, -18);
      layer.backward(1, 1, 1, 1);
      assertThat(layer.bottomDiff(0)).containsExactly(2, 3, 0, 0, 2, 3);
      selector.data().update().put(0, 0).put(2, 0);
      layer.forward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(0, 2));
      selector.data().update().put(0, 1).put(1, 1).put(2, 1);
      layer.forward();
      assertThat(layer.topShape(0)).isEqualTo(Shape.of(3, 2));
    }
  }

  @Test
  void namesThePartThatCrashedAndItsOwnPlace() {
    try (TestLayer layer =
        connected(List.of("Flatten", "test:Crashing"), blob(Shape.of(1, 2), 1, 2))) {
      assertThatThrownBy(layer::forward)
          .isInstanceOf(PartFailedException.class)
          .hasMessageStartingWith("in 'tested/test:Crashing' (test:Crashing): forward failed in ")
          .hasMessageContaining(
              "on bottoms [1x2] and tops [1x2]: java.lang.UnsupportedOperationException: not yet,"
                  + " at "
                  + CrashingLayer.class.getName()
                  + ".forward(CrashingLayer.java:");
    }
  }

  @Test
  void refusesAMetric() {
    assertThatThrownBy(() -> connected(List.of("test:Counted"), blob(1)))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage(
            "in 'tested/test:Counted' (test:Counted): a layer that measures over a whole test"
                + " can't be a part");
  }

  @Test
  void refusesASourceOfData() {
    assertThatThrownBy(() -> connected(List.of("MemoryData")))
        .hasMessage("in 'tested/MemoryData' (MemoryData): a layer that reads data can't be a part");
  }

  @Test
  void saysHowManyBottomsAPartTakes() {
    assertThatThrownBy(() -> connected(List.of("Flatten"), blob(1), blob(2)))
        .hasMessage("in 'tested/Flatten' (Flatten): takes 1 bottom, but has 2");
  }

  @Test
  void takesNoPartOnceItIsConnected() {
    try (TestLayer layer = connected(List.of("Identity"), blob(1))) {
      assertThatThrownBy(((ConnectedLayer) layer.layer())::addLate)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("connect() alone may add parts, such as 'tested/late' (Flatten)");
    }
  }

  @Test
  void takesNoWireOfAnotherLayer() {
    connected(List.of("Identity"), blob(1)).close();
    Map<String, Object> options = Map.of("row", List.of("Flatten"), "strange", true);
    assertThatThrownBy(() -> TestLayer.of("test:Connected", options, 1, List.of(blob(1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a wire of another layer is given to 'tested/Flatten' (Flatten)");
  }

  @Test
  void saysWhatALayerOfPartsMustDeclare() {
    assertThatThrownBy(() -> make("test:Forgetful", options(), blob(1)))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("its @LayerType must leave backwardReads out");
  }
}
