package org.cortado.engine.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortado.engine.gradient.Checks.EACH;
import static org.cortado.engine.gradient.Checks.SETTINGS;
import static org.cortado.engine.gradient.Checks.check;
import static org.cortado.engine.gradient.Checks.only;

import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradientCheckerTest {

  @ParameterizedTest
  @EnumSource(Objective.class)
  void passesARightLayerByEveryObjective(Objective objective) {
    GradientSettings settings = SETTINGS.withObjective(objective);

    assertThat(check(settings, new Fakes.Square(), Fakes.blob(-2, 0, 0.5)).passed()).isTrue();
    assertThat(check(settings, new Fakes.Affine(), Fakes.blob(-2, 0, 0.5)).passed()).isTrue();
  }

  @Test
  void namesTheWorstElementInALine() {
    Layer wrong =
        new Fakes.Square() {
          @Override
          double slope(double x) {
            return x == 3 ? 12 : 2 * x;
          }
        };

    BlobReport report = only(check(EACH, wrong, Fakes.blob(Shape.of(2, 2), 1, 2, 3, 4)));

    assertThat(report.worst().orElseThrow().index()).containsExactly(1, 0);
    assertThat(report)
        .hasToString(
            "FAIL bottom 0 [2x2]; 1 of 16 derivatives differ; worst [1,0] of top 0 [1,0]:"
                + " analytic 12.0000, numeric 6.00000, relative error 0.50, step 0.01");
  }

  @Test
  void saysInALineThatAllAgree() {
    assertThat(check(EACH, new Fakes.Affine(), Fakes.blob(Shape.of(), 4)).toString())
        .startsWith(
            "ok   bottom 0 []; its one derivative agrees; worst [] of top 0 []: analytic 1.5")
        .contains("\nok   parameter 0 [1]; its one derivative agrees; worst [0] of top 0 []: ");
  }

  @Test
  void differentiatesTheFirstTopOfALossAndSkipsItsLabels() {
    GradientReport report = check(new Fakes.HalfSquareLoss(), Fakes.blob(1, 2), Fakes.blob(0, 1));

    assertThat(only(report).blob()).isEqualTo("bottom 0");
    assertThat(report.passed()).isTrue();
  }

  @Test
  void checksALayerThatDrawsRandomNumbers() {
    assertThat(check(new Noisy(), Fakes.blob(1, 2, 3)).passed()).isTrue();
  }

  private static final class Noisy extends Fakes.Map {

    private final RandomStream random = new RandomStream(7);

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      random.restart();
      super.forward(bottom, top);
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      random.restart();
      super.backward(top, propagateDown, bottom);
    }

    @Override
    double value(double x) {
      return x * random.nextFloat();
    }

    @Override
    double slope(double x) {
      return random.nextFloat();
    }
  }

  @Test
  void drawsSomeElementsOfALargeBlob() {
    BlobReport report =
        only(check(SETTINGS.withSamples(5), new Fakes.Square(), Fakes.blob(Shape.of(10, 10))));

    assertThat(report.elements()).hasSize(5);
    assertThat(report.elements()).extracting(ElementCheck::index).doesNotHaveDuplicates();
  }

  @Test
  void saysThatALayerWithoutBackwardTakesNoGradient() {
    assertThat(check(new Step(), Fakes.blob(1))).hasToString("nothing takes a gradient");
  }

  @LayerType(name = "Step", differentiable = false)
  private static final class Step extends Fakes.Square {}

  @Test
  void checksAnEmptyBlob() {
    assertThat(check(new Fakes.Square(), Fakes.empty()))
        .hasToString("ok   bottom 0 [0]; no derivative compared");
  }
}
