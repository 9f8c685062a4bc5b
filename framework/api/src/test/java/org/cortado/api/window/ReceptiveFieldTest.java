package org.cortado.api.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cortado.api.window.ReceptiveField.Axis;
import org.junit.jupiter.api.Test;

class ReceptiveFieldTest {

  private static ReceptiveField windows(int kernel, int stride, int dilation) {
    WindowAxis axis = new WindowAxis(100, 50, kernel, stride, 0, dilation);
    return ReceptiveField.of(List.of(axis, axis));
  }

  private static ReceptiveField enlarging(int kernel, int stride) {
    return ReceptiveField.under(List.of(new WindowAxis(100, 50, kernel, stride, 0, 1)));
  }

  @Test
  void growsByTheStepsBelowIt() {
    ReceptiveField conv = windows(11, 4, 1);
    ReceptiveField pool = windows(3, 2, 1).over(conv);
    assertThat(pool).hasToString("19x19");
    assertThat(windows(5, 1, 1).over(pool)).hasToString("51x51");
  }

  @Test
  void countsTheGapsOfADilatedWindow() {
    assertThat(windows(3, 1, 4)).hasToString("9x9");
  }

  @Test
  void growsByLessThanAnElementAboveALayerThatEnlarges() {
    assertThat(enlarging(4, 2)).isEqualTo(ReceptiveField.along(List.of(new Axis(2, 0.5))));
    ReceptiveField above = ReceptiveField.along(List.of(new Axis(4, 1))).over(enlarging(4, 2));
    assertThat(above.axes()).containsExactly(new Axis(3.5, 0.5));
    assertThat(above).hasToString("4");
  }

  @Test
  void isThatOfTheLargerPathAlongEachAxis() {
    ReceptiveField flat = ReceptiveField.along(List.of(new Axis(1, 1), new Axis(9, 1)));
    assertThat(flat.or(windows(3, 1, 1))).hasToString("3x9");
  }

  @Test
  void seesItsOwnPlaceAlongAnAxisThatIsMissing() {
    ReceptiveField line = ReceptiveField.along(List.of(new Axis(5, 1)));
    assertThat(line.over(windows(3, 1, 1))).hasToString("3x7");
    assertThat(windows(3, 1, 1).over(line)).hasToString("3x7");
  }

  @Test
  void isAllWhereAnythingBelowOrAboveIsAll() {
    assertThat(windows(3, 1, 1).over(ReceptiveField.WHOLE)).hasToString("all");
    assertThat(ReceptiveField.WHOLE.over(windows(3, 1, 1))).hasToString("all");
    assertThat(ReceptiveField.POINT.or(ReceptiveField.WHOLE)).hasToString("all");
  }

  @Test
  void isOneElementWithoutAxes() {
    assertThat(ReceptiveField.POINT).hasToString("1").isEqualTo(ReceptiveField.point(0));
  }
}
