package org.cortado.layers.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Phase;
import org.cortado.api.blob.Shape;
import org.cortado.api.filler.ConstantFiller;
import org.cortado.api.filler.Filler;
import org.cortado.api.filler.UniformFiller;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.junit.jupiter.api.Test;

class DummyDataLayerTest extends LayerContract {

  private static final Filler UNIFORM = new UniformFiller(0, 1);
  private final DataBench.Context context = DataBench.context(Phase.TRAIN);

  @Override
  protected Stream<Case> cases() {
    Case uniform = layer("DummyData").option("data_filler", "{type: uniform}");
    return Stream.of(
        layer("DummyData").option("shape", "[2, 3]"),
        uniform.option("num", 2).option("channels", 1).option("height", 3).option("width", 2),
        uniform.option("shape", "[[2, 3], []]").tops(2));
  }

  private DataBench bench(int tops, List<Shape> shapes, Filler... fillers) {
    List<Integer> none = List.of();
    return bench(tops, new DummyDataOptions(shapes, List.of(fillers), none, none, none, none));
  }

  private DataBench bench(int tops, DummyDataOptions options) {
    return new DataBench(new DummyDataLayer(options, context), tops);
  }

  private static DummyDataOptions old(List<Integer> num, List<Integer> width) {
    return new DummyDataOptions(List.of(), List.of(), num, List.of(3), List.of(4), width);
  }

  @Test
  void fillsEachTopByItsFiller() {
    List<Shape> shapes = List.of(Shape.of(2, 1), Shape.of());
    DataBench bench = bench(2, shapes, new ConstantFiller(3), new ConstantFiller(-4));
    assertThat(bench.next(0)).containsExactly(3f, 3f);
    assertThat(bench.next(1)).containsExactly(-4f);
  }

  @Test
  void writesZerosWithoutAFiller() {
    assertThat(bench(1, List.of(Shape.of(2))).next(0)).containsExactly(0f, 0f);
  }

  @Test
  void writesAConstantAnewEachTime() {
    DataBench bench = bench(1, List.of(Shape.of(1)), new ConstantFiller(3));
    bench.next(0);
    bench.top(0).data().write().put(0, 99);
    assertThat(bench.next(0)).containsExactly(3f);
  }

  @Test
  void drawsByTheIteration() {
    DataBench bench = bench(1, List.of(Shape.of(4)), UNIFORM);
    List<Float> first = bench.next(0);
    assertThat(bench.next(0)).isEqualTo(first);
    context.iteration(1);
    assertThat(bench.next(0)).isNotEqualTo(first);
  }

  @Test
  void drawsOtherNumbersForOtherTops() {
    DataBench bench = bench(2, List.of(Shape.of(4)), UNIFORM);
    assertThat(bench.next(0)).isNotEqualTo(DataBench.values(bench.top(1)));
  }

  @Test
  void refusesToGuessTheShape() {
    String message = "give shape, for all tops or for each, or num, channels, height and width";
    assertThatThrownBy(() -> bench(1, List.of()))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> old(List.of(2), List.of()))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage(message);
    List<Integer> one = List.of(1);
    assertThatThrownBy(
            () ->
                new DummyDataOptions(
                    List.of(Shape.of(1)), List.of(), one, List.of(), List.of(), List.of()))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage(message);
  }

  @Test
  void takesTheOldFormOfShapes() {
    DataBench bench = bench(2, old(List.of(2, 1), List.of(5)));
    assertThat(bench.top(0).shape()).isEqualTo(Shape.of(2, 3, 4, 5));
    assertThat(bench.top(1).shape()).isEqualTo(Shape.of(1, 3, 4, 5));
    assertThatThrownBy(() -> bench(3, old(List.of(2, 1), List.of(5))))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage("num must be given once, or once for each of the 3 tops, but is given 2 times");
  }

  @Test
  void refusesAnotherNumberOfShapesOrFillersThanOfTops() {
    List<Shape> two = List.of(Shape.of(1), Shape.of(2));
    assertThatThrownBy(() -> bench(3, two))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage(
            "shape must be given once, or once for each of the 3 tops, but is given 2 times");
    assertThatThrownBy(() -> bench(3, List.of(Shape.of(1)), UNIFORM, UNIFORM))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessageStartingWith("data_filler must be given once, or once for each of the 3 tops");
  }
}
