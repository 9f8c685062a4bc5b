package org.cortado.engine.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortado.engine.gradient.Checks.SETTINGS;
import static org.cortado.engine.gradient.Checks.check;
import static org.cortado.engine.gradient.Checks.only;

import org.cortado.api.Layer;
import org.junit.jupiter.api.Test;

/** A right layer passes where differences are no good. */
class KinksTest {

  @Test
  void recognisesAKinkUnderTheElementAndLooksPastOneBesideIt() {
    BlobReport report = only(check(new Ramp(0), Fakes.blob(-1, 0, 0.004, 1)));

    assertThat(report.passed()).isTrue();
    assertThat(report.toString()).contains("all 4 derivatives agree, 1 at a kink");
  }

  @Test
  void acceptsAtAKinkWhatIsBetweenBothSidesAndNoMore() {
    assertThat(check(new Ramp(1), Fakes.blob(0)).passed()).isTrue();
    assertThat(check(new Ramp(0.3), Fakes.blob(0)).passed()).isTrue();
    assertThat(check(new Ramp(-0.1), Fakes.blob(0)).passed()).isFalse();
    assertThat(check(new Ramp(1.1), Fakes.blob(0)).passed()).isFalse();
  }

  /** y = max(x, 0) with a given slope at 0. */
  private static final class Ramp extends Fakes.Map {

    private final double slopeAt0;

    Ramp(double slopeAt0) {
      this.slopeAt0 = slopeAt0;
    }

    @Override
    double value(double x) {
      return Math.max(x, 0);
    }

    @Override
    double slope(double x) {
      return x == 0 ? slopeAt0 : Math.max(0, Math.signum(x));
    }
  }

  @Test
  void leavesOutWhatIsNearTheKinkOfTheSettings() {
    GradientSettings settings = SETTINGS.withKink(1, 0.1);

    assertThat(check(settings, new Fakes.Square(), Fakes.blob(-1.05, 0, 0.95, 2)).toString())
        .contains("all 2 derivatives agree, 2 left out");
    assertThat(check(settings, new Fakes.Square(), Fakes.blob(1)).toString())
        .isEqualTo("ok   bottom 0 [1]; no derivative compared, 1 left out");
  }

  @Test
  void isNotMisledByStrongCurvature() {
    Layer reciprocal =
        new Fakes.Map() {
          @Override
          double value(double x) {
            return 1 / x;
          }

          @Override
          double slope(double x) {
            return -1 / (x * x);
          }
        };

    assertThat(check(reciprocal, Fakes.blob(0.05, -0.3, 2)).passed()).isTrue();
  }

  @Test
  void isNotMisledByAGradientThatVanishes() {
    Layer cube =
        new Fakes.Map() {
          @Override
          double value(double x) {
            return x * x * x;
          }

          @Override
          double slope(double x) {
            return 3 * x * x;
          }
        };

    assertThat(check(cube, Fakes.blob(0)).passed()).isTrue();
  }

  @Test
  void isNotMisledByElementsWhoseFloatsAreFarApart() {
    assertThat(check(new Fakes.Affine(), Fakes.blob(3e6, -7e6)).blobs().get(0).passed()).isTrue();
  }
}
