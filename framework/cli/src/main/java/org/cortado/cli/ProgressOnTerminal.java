package org.cortado.cli;

import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.cortado.engine.solver.IterationReport;
import org.cortado.engine.solver.TestReport;
import org.cortado.engine.solver.TrainReport;

/** Shows a bar that grows, and prints lines above it for what is worth keeping. */
final class ProgressOnTerminal implements Progress {

  private static final int MILLIS_BETWEEN_UPDATES = 200;

  private final TerminalLine line;
  private final Pace pace;
  private final ProgressBar bar;
  private String train = "";
  private String test = "";

  /**
   * Makes one.
   *
   * @param last how many iterations there are to be
   */
  ProgressOnTerminal(TerminalLine line, long last) {
    this.line = line;
    pace = new Pace(last, System::nanoTime);
    bar =
        new ProgressBarBuilder()
            .setTaskName("training")
            .setInitialMax(last)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(MILLIS_BETWEEN_UPDATES)
            .setConsumer(line)
            .build();
  }

  @Override
  public void iterationStarting(long done) {
    pace.begin(done);
  }

  @Override
  public void iterationDone(IterationReport report) {
    pace.end(report.items());
    bar.stepTo(report.iteration());
    if (train.isEmpty()) {
      bar.setExtraMessage(" loss " + Figures.number(report.loss()) + test);
    }
  }

  @Override
  public void displayed(TrainReport report) {
    train = " " + ProgressText.of(report) + "  " + pace.speed();
    bar.setExtraMessage(train + test);
  }

  @Override
  public void tested(TestReport report) {
    test = "  test " + new TestText(report.result()).line();
    bar.setExtraMessage(train + test);
    line.say(ProgressText.of(report));
  }

  @Override
  public void warned(long iteration, String text) {
    line.say(ProgressText.warning(iteration, text));
  }

  @Override
  public void snapshotSaved(long done, Path file) {
    line.say(ProgressText.saved(file));
  }

  @Override
  public void close() {
    bar.close();
    line.end();
  }
}
