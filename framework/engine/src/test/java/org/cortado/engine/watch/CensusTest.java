package org.cortado.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.portable.PortableBackendFactory;
import org.junit.jupiter.api.Test;

class CensusTest {

  private static final Memory MEMORY = new PortableBackendFactory().create(1).memory();

  private static Census of(Shape shape, float... values) {
    Tensor tensor = new Tensor(shape, MEMORY);
    tensor.write().put(0, values);
    return Census.of(tensor);
  }

  @Test
  void takesTheRangeAndTheMeanOfAllThatIsFinite() {
    Census census = of(Shape.of(4), 1, Float.NaN, -3, 5);
    assertThat(census.min()).isEqualTo(-3);
    assertThat(census.max()).isEqualTo(5);
    assertThat(census.mean()).isEqualTo(1);
  }

  @Test
  void saysWhereTheFirstWrongValueStandsByAxes() {
    Census census = of(Shape.of(2, 2, 2), 0, 0, 0, 0, 0, 0, Float.NEGATIVE_INFINITY, Float.NaN);
    assertThat(census.isFinite()).isFalse();
    assertThat(census.index()).containsExactly(1, 1, 0);
    assertThat(census.place()).isEqualTo("-Infinity at [1, 1, 0] of [2x2x2]");
    assertThat(census.share()).isEqualTo("2 of 8 aren't finite, all else is 0");
  }

  @Test
  void knowsNoRangeWhereNothingIsFinite() {
    Census census = of(Shape.of(2), Float.NaN, Float.NaN);
    assertThat(census.min()).isNaN();
    assertThat(census.max()).isNaN();
    assertThat(census.share()).isEqualTo("2 of 2 aren't finite");
  }

  @Test
  void hasNoPlaceWhereAllIsWell() {
    Census census = of(Shape.of(3), 1, 2, 3);
    assertThat(census.isFinite()).isTrue();
    assertThat(census.first()).isEqualTo(-1);
    assertThat(census.words()).isEqualTo("finite, from 1 to 3");
  }
}
