package org.cortado.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.cortado.engine.timing.Machine;
import org.cortado.engine.timing.NetTiming;
import org.cortado.engine.timing.TimingComparison;
import org.cortado.engine.timing.TimingReport;

/** A timing in words. */
record TimeText(
    TimingReport report, Optional<TimingComparison> comparison, TimeCommand.Order order) {

  /** Hands on lines for people. */
  void print(Consumer<String> lines) {
    head().forEach(lines);
    lines.accept("");
    new TimeTable(report, comparison, order).print(lines);
    lines.accept("");
    foot().forEach(lines);
  }

  private List<String> head() {
    NetTiming timing = report.timing();
    Machine machine = report.machine();
    List<String> head = new ArrayList<>();
    head.add(
        "%s, %s: measured %d times after %d to warm up"
            .formatted(
                timing.net(),
                timing.phase().name().toLowerCase(Locale.ROOT),
                timing.runs().measured(),
                timing.runs().warmup()));
    head.add(
        "%s with %d threads on %s; at its peak %s GFLOP/s and %s GB/s"
            .formatted(
                machine.backend(),
                machine.threads(),
                machine.processor(),
                TimeTable.giga(report.peak().operationsPerSecond()),
                TimeTable.giga(report.peak().bytesPerSecond())));
    if (!report.madeUp().isEmpty()) {
      head.add("values were made up for " + String.join(", ", report.madeUp()));
    }
    return head;
  }

  private List<String> foot() {
    NetTiming timing = report.timing();
    List<String> foot = new ArrayList<>();
    String layers = "the layers one by one: " + TimeTable.millis(timing.sumOfLayers()) + " ms";
    foot.add(
        timing.items() == 0
            ? layers
            : layers + "; whole sweeps: " + Figures.rate(timing.itemsPerSecond()) + " items/s");
    comparison.ifPresent(
        with -> {
          foot.add("* beyond the spread: the middle halves of the times have nothing in common");
          with.differences().stream()
              .map(each -> each.what() + ": " + each.before() + " before; " + each.after() + " now")
              .map(words -> "not the same as before: " + words)
              .forEach(foot::add);
        });
    return foot;
  }
}
