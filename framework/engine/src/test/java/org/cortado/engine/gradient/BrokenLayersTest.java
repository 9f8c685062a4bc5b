package org.cortado.engine.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortado.engine.gradient.Checks.EACH;
import static org.cortado.engine.gradient.Checks.SETTINGS;
import static org.cortado.engine.gradient.Checks.check;
import static org.cortado.engine.gradient.Checks.only;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker is seen to fail. */
class BrokenLayersTest {

  /** Gives x² a slope of one's own. */
  private abstract static class WrongSquare extends Fakes.Square {
    @Override
    abstract double slope(double x);
  }

  @ParameterizedTest
  @EnumSource(Objective.class)
  void noticesAWrongSign(Objective objective) {
    Layer wrong =
        new WrongSquare() {
          @Override
          double slope(double x) {
            return -2 * x;
          }
        };

    assertThat(check(SETTINGS.withObjective(objective), wrong, Fakes.blob(1, 2)).passed())
        .isFalse();
  }

  @Test
  void noticesAMissingFactorHoweverSmallTheGradient() {
    Layer wrong =
        new Fakes.Map() {
          @Override
          double value(double x) {
            return x * x / 500;
          }

          @Override
          double slope(double x) {
            return x / 500;
          }
        };

    assertThat(check(wrong, Fakes.blob(0.3, 0.4)).passed()).isFalse();
  }

  @Test
  void noticesAFactorThatIsOneHundredthOff() {
    Layer wrong =
        new WrongSquare() {
          @Override
          double slope(double x) {
            return 2.02 * x;
          }
        };

    assertThat(check(wrong, Fakes.blob(0.3, 40)).passed()).isFalse();
  }

  @Test
  void noticesAForgottenElement() {
    Layer wrong =
        new Fakes.Square() {
          @Override
          public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
            bottom.get(0).diff().write().put(0, 2 * top.get(0).diff().read().get(0));
          }
        };

    assertThat(only(check(wrong, Fakes.blob(1, 0))).toString())
        .contains("1 of 2 derivatives differ; worst [1]", "analytic NaN (never written?)");
  }

  @Test
  void noticesAForgottenElementOfAParameterThatWasCleared() {
    Layer wrong =
        new Fakes.Affine() {
          @Override
          void give(Blob parameter, float gradient) {
            FloatBuffer diff = parameter.diff().write();
            if (parameter == weight) {
              diff.put(0, gradient + (parameter.diff().isClear() ? 0 : diff.get(0)));
            }
          }
        };

    assertThat(check(wrong, Fakes.blob(1, 2)).blobs().get(2).passed()).isFalse();
  }

  @Test
  void noticesAParameterDiffThatIsOverwritten() {
    Layer wrong =
        new Fakes.Affine() {
          @Override
          void give(Blob parameter, float gradient) {
            parameter.diff().write().put(0, gradient);
          }
        };

    assertThat(check(wrong, Fakes.blob(1, 2)).toString())
        .contains("ok   bottom 0 [2]; ")
        .contains("FAIL parameter 0 [1]; " + Rules.OVERWRITES + "; its one derivative agrees")
        .contains("FAIL parameter 1 [1]; " + Rules.OVERWRITES);
  }

  @Test
  void noticesAParameterDiffThatIsNotASum() {
    Layer wrong =
        new Fakes.Affine() {
          @Override
          void give(Blob parameter, float gradient) {
            FloatBuffer diff = parameter.diff().update();
            diff.put(0, gradient - diff.get(0));
          }
        };

    assertThat(check(wrong, Fakes.blob(1, 2)).toString()).contains(Rules.ADDS);
  }

  @Test
  void noticesABottomThatIsWrittenUnasked() {
    Layer wrong =
        new Fakes.Square() {
          @Override
          public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
            super.backward(top, new boolean[] {true}, bottom);
          }
        };

    BlobReport report = only(check(wrong, Fakes.blob(1, 2)));

    assertThat(report.faults()).containsExactly(Rules.LEAVES_ALONE);
    assertThat(report.passed()).isFalse();
  }

  @Test
  void noticesAGradientToALabel() {
    GradientReport report = check(new LabelWriter(), Fakes.blob(1, 2), Fakes.blob(0, 1));

    assertThat(report.blobs()).hasSize(2);
    assertThat(report.blobs().get(0).passed()).isTrue();
    assertThat(report.blobs().get(1))
        .hasToString("FAIL bottom 1 [2]; " + Rules.LEAVES_ALONE + "; no derivative compared");
  }

  @LayerType(
      name = "LabelWriter",
      bottoms = 2,
      maxTops = 2,
      loss = true,
      noGradient = 1,
      noGradientTops = 1)
  private static final class LabelWriter extends Fakes.HalfSquareLoss {
    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      super.backward(top, propagateDown, bottom);
      bottom.get(1).diff().update().put(0, 0);
    }
  }

  @Test
  void seesATermThatShouldNotBeThere() {
    Layer wrong =
        new Fakes.Square() {
          @Override
          public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
            super.backward(top, propagateDown, bottom);
            if (propagateDown[0]) {
              FloatBuffer dx = bottom.get(0).diff().update();
              dx.put(1, dx.get(1) + 0.1f * top.get(0).diff().read().get(0));
            }
          }
        };

    assertThat(only(check(EACH, wrong, Fakes.blob(1, 2))).worst().orElseThrow())
        .extracting(ElementCheck::of, ElementCheck::index)
        .containsExactly("top 0 [0]", List.of(1));
  }

  @Test
  void noticesNumbersThatAreNone() {
    Layer wrong =
        new Fakes.Square() {
          @Override
          double value(double x) {
            return Double.NaN;
          }
        };

    assertThat(check(wrong, Fakes.blob(1)).passed()).isFalse();
  }
}
