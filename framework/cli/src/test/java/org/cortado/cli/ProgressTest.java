package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.cortado.engine.solver.IterationReport;
import org.cortado.engine.solver.TestReport;
import org.cortado.engine.solver.TestResult;
import org.cortado.engine.solver.TrainReport;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final StringWriter terminal = new StringWriter();

  private void train(Progress progress) {
    progress.iterationStarting(0);
    progress.iterationDone(new IterationReport(1, 2.5, 0.01, 64, Map.of()));
    progress.displayed(new TrainReport(1, 2.5, 0.01, Map.of("loss", 2.5, "top5", 0.9)));
    progress.tested(new TestReport("test", 1, new TestResult(0.5, Map.of("accuracy", 0.75), 100)));
    progress.snapshotSaved(1, Path.of("run/weights"));
    progress.close();
  }

  @Test
  void drawsABarWithWhatMatters() {
    train(new ProgressOnTerminal(new TerminalLine(new PrintWriter(terminal), 200), 10));
    assertThat(terminal.toString())
        .contains("\rtraining  10%")
        .contains("1/10")
        .contains("loss 2.5  top5 0.9  lr 0.01")
        .contains("images/s")
        .contains("test accuracy 0.75")
        .contains("\rtest at 1  accuracy 0.75  loss 0.5  (100 items)\n")
        .contains("\rsaved run/weights\n")
        .endsWith("\n");
  }

  @Test
  void neverWritesTheLastColumn() {
    train(new ProgressOnTerminal(new TerminalLine(new PrintWriter(terminal), 60), 10));
    assertThat(terminal.toString().split("[\r\n]"))
        .filteredOn(line -> line.startsWith("training"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(60));
  }

  @Test
  void silentProgressSaysNothing() {
    train(Progress.silent());
    assertThat(terminal.toString()).isEmpty();
  }
}
