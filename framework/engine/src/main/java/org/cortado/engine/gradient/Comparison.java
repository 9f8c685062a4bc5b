package org.cortado.engine.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cortado.api.blob.Blob;

/** Compares the gradients of one target with differences, element by element. */
final class Comparison {

  private static final int LEAST_ULPS = 16;

  private final GradientSettings settings;
  private final Sweep sweep;
  private final Target target;
  private final float[] outputs;

  Comparison(GradientSettings settings, Sweep sweep, Target target) {
    this.settings = settings;
    this.sweep = sweep;
    this.target = target;
    this.outputs = sweep.forward();
  }

  /** Returns the comparisons of every wanted blob by its name. */
  Map<String, List<ElementCheck>> compare(Subject subject) {
    sweep.clearParameterDiffs();
    sweep.backward(target, outputs, subject.allFlags());
    Map<String, List<ElementCheck>> checks = new HashMap<>();
    for (Subject.Input input : subject.wanted()) {
      checks.put(input.name(), compare(input, Sweep.copy(input.blob().diff())));
    }
    return checks;
  }

  private List<ElementCheck> compare(Subject.Input input, float[] gradient) {
    Judge judge = new Judge(settings.threshold(), gradient);
    List<ElementCheck> checks = new ArrayList<>();
    for (int element : Sampling.elements(gradient.length, settings, input.name())) {
      float x = sweep.input(input.blob().data(), element);
      float analytic = gradient[element];
      Judge.Finding finding =
          settings.skips(x)
              ? Judge.Finding.LEFT_OUT
              : judge.judge(
                  analytic, settings.step(), step -> difference(input.blob(), element, x, step));
      checks.add(check(input.blob(), element, analytic, finding));
    }
    return checks;
  }

  private ElementCheck check(Blob blob, int element, double analytic, Judge.Finding finding) {
    return new ElementCheck(
        ElementCheck.coordinates(blob.shape(), element),
        target.name(),
        analytic,
        finding.numeric(),
        finding.tolerance(),
        finding.step(),
        finding.verdict());
  }

  /** A step below the spacing of floats would go nowhere. */
  private Difference difference(Blob blob, int element, float x, double wanted) {
    double step = Math.max(wanted, LEAST_ULPS * Math.ulp(x));
    return Difference.between(
        target,
        moved(blob, element, (float) (x - step)),
        new Difference.Point(x, outputs),
        moved(blob, element, (float) (x + step)));
  }

  private Difference.Point moved(Blob blob, int element, float x) {
    return new Difference.Point(x, sweep.forwardWith(blob.data(), element, x));
  }
}
