package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code report}, {@code plot} and {@code tensorboard} make of a run. */
class RunPagesTest {

  @TempDir private static Path folder;
  private static Path run;

  @BeforeAll
  static void train() {
    run = folder.resolve("run");
    Path solver = TinyNets.solver(folder);
    Invocation train = Invocation.of("train", solver, "--out", run, "--backend", "portable");
    assertThat(train.code()).isEqualTo(ExitCode.GOOD);
  }

  @Test
  void trainingMakesTheReport() {
    assertThat(run.resolve("report.html")).content().contains("\"net_name\":\"tiny\"");
  }

  @Test
  void trainingWritesDownWhatTheReportShows() {
    assertThat(run.resolve("metrics.jsonl"))
        .content()
        .contains("\"phase\":\"parameters\"", "\"update_norm\"")
        .contains("\"phase\":\"throughput\"", "\"items_per_second\"")
        .contains("\"phase\":\"activations\"", "\"layers\":{\"scores\":{")
        .contains("{\"iteration\":20,\"phase\":\"confusion\",\"classes\":2,")
        .contains("{\"iteration\":20,\"phase\":\"mistakes\",");
  }

  @Test
  void makesTheReportAnewAndEqual() throws IOException {
    Path again = folder.resolve("again.html");
    Invocation report = Invocation.of("report", run, "--out", again);
    assertThat(report.code()).isEqualTo(ExitCode.GOOD);
    assertThat(report.out()).isEqualTo(again + "\n");
    assertThat(again).hasSameTextualContentAs(run.resolve("report.html"));
    JsonNode json = Invocation.of("report", run, "--json").json();
    assertThat(json.get("file").textValue()).isEqualTo(run.resolve("report.html").toString());
  }

  @Test
  void aReportNeedsNothingFromTheNet() throws IOException {
    String page = Files.readString(run.resolve("report.html"));
    assertThat(page).contains("default-src 'none'").doesNotContain(" src=\"http");
  }

  @Test
  void saysThatAFolderHoldsNoRun() {
    Invocation none = Invocation.of("report", folder.resolve("none"));
    assertThat(none.code()).isEqualTo(ExitCode.USAGE);
    assertThat(none.errWithout(folder)).isEqualTo("'none' holds no run: there is no such folder\n");
    Invocation other = Invocation.of("plot", run, folder);
    assertThat(other.code()).isEqualTo(ExitCode.USAGE);
    assertThat(other.err()).contains("holds no run: it has no metrics.jsonl");
  }

  @Test
  void plotsRuns() throws IOException {
    Path page = folder.resolve("plot.html");
    Invocation plot = Invocation.of("plot", run, run, "--out", page, "--json");
    assertThat(plot.code()).isEqualTo(ExitCode.GOOD);
    assertThat(plot.json().get("metrics").toString())
        .isEqualTo("[\"loss\",\"learning_rate\",\"accuracy\"]");
    assertThat(plot.json().get("runs")).hasSize(2);
    assertThat(Files.readString(page)).contains("\"solver_differences\":[],\"net_differences\":[]");
  }

  @Test
  void plotsOneMetricAlone() {
    Path page = folder.resolve("accuracy.html");
    Invocation plot = Invocation.of("plot", run, "--metric", "accuracy", "--out", page);
    assertThat(plot.out()).isEqualTo(page + ": accuracy\n");
    assertThat(page).content().contains("{\"metrics\":[\"accuracy\"],");
  }

  @Test
  void saysThatAMetricWasNotMeasured() {
    Invocation plot = Invocation.of("plot", run, "--metric", "acuracy");
    assertThat(plot.code()).isEqualTo(ExitCode.USAGE);
    assertThat(plot.err())
        .isEqualTo(
            "--metric acuracy: none of the runs has measured that; did you mean 'accuracy'?\n");
  }

  @Test
  void writesEventsForTensorBoard() {
    Path events = folder.resolve("events");
    JsonNode json = Invocation.of("tensorboard", run, "--out", events, "--json").json();
    assertThat(Path.of(json.get("file").textValue())).hasParent(events).isNotEmptyFile();
  }

  @Test
  void reportsARunThatHasMeasuredNothingYet() throws IOException {
    Path broken = Files.createDirectory(folder.resolve("broken"));
    Files.createFile(broken.resolve("metrics.jsonl"));
    Invocation empty = Invocation.of("report", broken);
    assertThat(empty.code()).isEqualTo(ExitCode.GOOD);
    assertThat(broken.resolve("report.html")).content().contains("\"metrics\":{}");
  }
}
