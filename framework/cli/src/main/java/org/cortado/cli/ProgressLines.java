package org.cortado.cli;

import java.nio.file.Path;
import org.cortado.engine.solver.IterationReport;
import org.cortado.engine.solver.TestReport;
import org.cortado.engine.solver.TrainReport;

/** Prints a line for every report, for logs and pipes. */
final class ProgressLines implements Progress {

  private final Output output;
  private final long last;
  private final Pace pace;

  /**
   * Makes one.
   *
   * @param last how many iterations there are to be
   */
  ProgressLines(Output output, long last) {
    this.output = output;
    this.last = last;
    pace = new Pace(last, System::nanoTime);
  }

  @Override
  public void iterationStarting(long done) {
    pace.begin(done);
  }

  @Override
  public void iterationDone(IterationReport report) {
    pace.end(report.items());
  }

  @Override
  public void displayed(TrainReport report) {
    output.say(
        "iteration %d/%d  %s  %s  %s left"
            .formatted(
                report.iteration(),
                last,
                ProgressText.of(report),
                pace.speed(),
                Figures.duration(pace.secondsLeft())));
  }

  @Override
  public void tested(TestReport report) {
    output.say(ProgressText.of(report));
  }

  @Override
  public void warned(long iteration, String text) {
    output.warn(ProgressText.warning(iteration, text));
  }

  @Override
  public void snapshotSaved(long done, Path file) {
    output.say(ProgressText.saved(file));
  }
}
