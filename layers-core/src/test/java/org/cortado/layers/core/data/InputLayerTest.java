package org.cortado.layers.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.junit.jupiter.api.Test;

class InputLayerTest {

  private static InputLayer layer(Shape... shapes) {
    return new InputLayer(new InputLayer.Options(List.of(shapes)));
  }

  @Test
  void givesAllTopsTheOneShape() {
    DataBench bench = new DataBench(layer(Shape.of(2, 3)), 2);
    assertThat(bench.top(0).shape()).isEqualTo(Shape.of(2, 3));
    assertThat(bench.top(1).shape()).isEqualTo(Shape.of(2, 3));
  }

  @Test
  void givesEachTopItsShape() {
    DataBench bench = new DataBench(layer(Shape.of(2, 3), Shape.of()), 2);
    assertThat(bench.top(0).shape()).isEqualTo(Shape.of(2, 3));
    assertThat(bench.top(1).shape()).isEqualTo(Shape.of());
  }

  @Test
  void keepsTheShapeAndTheDataThatTheCallerGave() {
    InputLayer layer = layer(Shape.of(2, 3));
    Blob top = DataBench.blob();
    layer.setUp(List.of(), List.of(top));
    top.reshape(Shape.of(1, 2));
    top.data().write().put(0, 7).put(1, 8);
    layer.reshape(List.of(), List.of(top));
    layer.forward(List.of(), List.of(top));
    assertThat(top.shape()).isEqualTo(Shape.of(1, 2));
    assertThat(DataBench.values(top)).containsExactly(7f, 8f);
  }

  @Test
  void prefersTheShapeOfTheCallerToThatOfTheFile() {
    Blob top = DataBench.blob();
    top.reshape(Shape.of(1, 2));
    layer(Shape.of(2, 3)).setUp(List.of(), List.of(top));
    assertThat(top.shape()).isEqualTo(Shape.of(1, 2));
  }

  @Test
  void leavesTheShapeToTheCallerWhereNoneIsGiven() {
    InputLayer layer = layer();
    Blob top = DataBench.blob();
    top.reshape(Shape.of(4));
    layer.setUp(List.of(), List.of(top));
    layer.reshape(List.of(), List.of(top));
    assertThat(top.shape()).isEqualTo(Shape.of(4));
  }

  @Test
  void refusesAnotherNumberOfShapesThanOfTops() {
    InputLayer layer = layer(Shape.of(1), Shape.of(2));
    assertThatThrownBy(() -> new DataBench(layer, 3))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage(
            "shape must be given once, or once for each of the 3 tops, but is given 2 times");
  }
}
