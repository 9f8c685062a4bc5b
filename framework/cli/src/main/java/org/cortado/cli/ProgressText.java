package org.cortado.cli;

import java.nio.file.Path;
import org.cortado.engine.solver.TestReport;
import org.cortado.engine.solver.TrainReport;

/** The words for what happens in a training. */
final class ProgressText {

  private ProgressText() {}

  /** Returns {@code loss 0.4213 lr 0.0099}, with the net's other outputs between them. */
  static String of(TrainReport report) {
    StringBuilder text = new StringBuilder("loss " + Figures.number(report.loss()));
    report
        .outputs()
        .forEach(
            (name, value) ->
                text.append(name.equals("loss") ? "" : "  " + name + " " + Figures.number(value)));
    return text + "  lr " + Figures.number(report.learningRate());
  }

  /** Returns a line about a test. */
  static String of(TestReport report) {
    return "%s at %d  %s  (%d items)"
        .formatted(
            report.name(),
            report.iteration(),
            new TestText(report.result()).line(),
            report.result().items());
  }

  /** Returns a line about what looks wrong. */
  static String warning(long iteration, String text) {
    return "warning at %d: %s".formatted(iteration, text);
  }

  /** Returns a line about weights that were saved. */
  static String saved(Path file) {
    return "saved " + file;
  }
}
