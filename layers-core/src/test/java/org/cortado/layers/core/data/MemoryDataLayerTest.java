package org.cortado.layers.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.util.Optional;
import org.cortado.api.DataException;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;
import org.junit.jupiter.api.Test;

class MemoryDataLayerTest {

  private static final float[] DATA = {1, 2, 3, 4, 5, 6, 7, 8};
  private static final float[] LABELS = {10, 20, 30, 40};

  private final MemoryDataLayer layer = new MemoryDataLayer(options(2, Shape.of(2)));
  private final DataBench bench = new DataBench(layer, 2);

  private static MemoryDataOptions options(int batchSize, Shape shape) {
    return new MemoryDataOptions(
        batchSize, Optional.of(shape), Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void showsOneBatchAfterTheOtherRoundAndRound() {
    layer.setData(DATA, LABELS);
    assertThat(bench.next(0)).containsExactly(1f, 2f, 3f, 4f);
    assertThat(DataBench.values(bench.top(1))).containsExactly(10f, 20f);
    assertThat(bench.next(0)).containsExactly(5f, 6f, 7f, 8f);
    assertThat(DataBench.values(bench.top(1))).containsExactly(30f, 40f);
    assertThat(bench.next(0)).containsExactly(1f, 2f, 3f, 4f);
  }

  @Test
  void takesBuffersFromTheirPositionOn() {
    FloatBuffer data = FloatBuffer.wrap(DATA).position(2).limit(6);
    layer.setData(data, FloatBuffer.wrap(LABELS, 1, 2));
    assertThat(bench.next(0)).containsExactly(3f, 4f, 5f, 6f);
    assertThat(DataBench.values(bench.top(1))).containsExactly(20f, 30f);
    assertThat(data.position()).isEqualTo(2);
  }

  @Test
  void seeksAnyBatch() {
    layer.setData(DATA, LABELS);
    assertThat(layer.itemCount()).isEqualTo(4);
    layer.seek(3_000_000_001L);
    assertThat(bench.next(0)).containsExactly(5f, 6f, 7f, 8f);
  }

  @Test
  void beginsAnewWithNewItems() {
    layer.setData(DATA, LABELS);
    bench.next(0);
    layer.setData(new float[] {9, 9, 9, 9}, new float[] {1, 2});
    assertThat(bench.next(0)).containsExactly(9f, 9f, 9f, 9f);
    assertThat(bench.next(0)).containsExactly(9f, 9f, 9f, 9f);
  }

  @Test
  void shapesItemsByChannelsHeightAndWidth() {
    MemoryDataOptions options =
        new MemoryDataOptions(5, Optional.empty(), Optional.of(3), Optional.of(2), Optional.of(1));
    DataBench image = new DataBench(new MemoryDataLayer(options), 2);
    assertThat(image.top(0).shape()).isEqualTo(Shape.of(5, 3, 2, 1));
    assertThat(image.top(1).shape()).isEqualTo(Shape.of(5));
  }

  @Test
  void shapesSingleNumbers() {
    DataBench numbers = new DataBench(new MemoryDataLayer(options(3, Shape.of())), 2);
    assertThat(numbers.top(0).shape()).isEqualTo(Shape.of(3));
  }

  @Test
  void refusesToRunWithoutItems() {
    String message = "no items were handed in; call setData before the first sweep";
    assertThatThrownBy(() -> bench.next(0)).isInstanceOf(DataException.class).hasMessage(message);
    assertThatThrownBy(layer::itemCount).isInstanceOf(DataException.class).hasMessage(message);
  }

  @Test
  void refusesItemsThatMakeNoWholeBatches() {
    assertThatThrownBy(() -> layer.setData(new float[6], new float[3]))
        .isInstanceOf(DataException.class)
        .hasMessage("3 items were handed in, but there must be a multiple of batch_size, 2");
    assertThatThrownBy(() -> layer.setData(new float[0], new float[0]))
        .isInstanceOf(DataException.class)
        .hasMessage("0 items were handed in, but there must be a multiple of batch_size, 2");
  }

  @Test
  void refusesAnotherNumberOfLabelsThanOfItems() {
    assertThatThrownBy(() -> layer.setData(DATA, new float[2]))
        .isInstanceOf(DataException.class)
        .hasMessage("8 numbers were handed in for 2 labels, but each item [2] has 2");
  }

  @Test
  void refusesToGuessTheShape() {
    assertThatThrownBy(
            () ->
                new MemoryDataOptions(
                    1, Optional.empty(), Optional.of(3), Optional.empty(), Optional.of(3)))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage("give shape, or channels, height and width");
    assertThatThrownBy(
            () ->
                new MemoryDataOptions(
                    1,
                    Optional.of(Shape.of(1)),
                    Optional.of(3),
                    Optional.empty(),
                    Optional.empty()))
        .isInstanceOf(InvalidLayerException.class);
    assertThatThrownBy(() -> options(1, Shape.of(2, 0)))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage("shape is [2x0], but an item must have elements");
  }
}
