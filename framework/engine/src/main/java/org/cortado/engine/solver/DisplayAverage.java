package org.cortado.engine.solver;

/** Averages iterations, and reports every so many of them. */
final class DisplayAverage implements SolverListener {

  private final long display;
  private final SolverListener listener;
  private final WeightedMeans means = new WeightedMeans();
  private long done;
  private double rate;
  private double loss = Double.NaN;

  /**
   * Makes one.
   *
   * @param display after how many iterations to report; 0 for {@link #flush} only
   * @param listener is told
   */
  DisplayAverage(long display, SolverListener listener) {
    this.display = display;
    this.listener = listener;
  }

  @Override
  public void iterationDone(IterationReport report) {
    means.add(report.loss(), report.outputs(), 1);
    done = report.iteration();
    rate = report.learningRate();
    if (display > 0 && done % display == 0) {
      flush();
    }
  }

  /** Reports the iterations since the last report, if there were any. */
  void flush() {
    if (!means.isEmpty()) {
      loss = means.loss();
      listener.displayed(new TrainReport(done, loss, rate, means.values()));
      means.clear();
    }
  }

  /** Returns what has been added up since the last report. */
  WeightedMeans.Sums sums() {
    return means.sums();
  }

  /**
   * Goes on from an earlier training.
   *
   * @param earlier what it had added up
   * @param lastLoss what it had reported last; NaN for nothing
   */
  void resume(WeightedMeans.Sums earlier, double lastLoss) {
    means.resume(earlier);
    loss = lastLoss;
  }

  /** Returns the loss reported last; NaN before the first report. */
  double loss() {
    return loss;
  }
}
