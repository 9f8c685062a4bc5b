package org.cortado.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cortado.engine.timing.LayerTiming;
import org.cortado.engine.timing.NetTiming;
import org.cortado.engine.timing.PassTiming;
import org.cortado.engine.timing.Spread;
import org.cortado.engine.timing.TimingChange;
import org.cortado.engine.timing.TimingComparison;
import org.cortado.engine.timing.TimingReport;

/** The passes of a timing, a row each: those of the layers, then the sweeps. */
final class TimeTable {

  private static final double MILLIS = 1e3;
  private static final double GIGA = 1e-9;
  private static final double PERCENT = 100;
  private static final List<String> HEAD =
      List.of(
          "LAYER",
          "TYPE",
          "PASS",
          "TIME",
          "MS",
          "LEAST",
          "QUARTILES",
          "GFLOP/S",
          "GB/S",
          "OF PEAK");
  private static final List<String> COMPARED = List.of("BEFORE", "CHANGE");

  private final TimingReport report;
  private final NetTiming timing;
  private final Optional<TimingComparison> comparison;
  private final TimeCommand.Order order;
  private final Table table = new Table().rightAligned(3, 4, 5, 6, 7, 8, 9, 10, 11);

  TimeTable(TimingReport report, Optional<TimingComparison> comparison, TimeCommand.Order order) {
    this.report = report;
    timing = report.timing();
    this.comparison = comparison;
    this.order = order;
  }

  /** Hands on a line a row. */
  void print(Consumer<String> lines) {
    add(HEAD, comparison.isPresent() ? COMPARED : List.of());
    layers().forEach(this::add);
    addSweeps();
    table.print("", lines);
  }

  private void add(List<String> cells, List<String> more) {
    table.add(Stream.concat(cells.stream(), more.stream()).toArray(String[]::new));
  }

  private Stream<LayerTiming> layers() {
    Stream<LayerTiming> layers = timing.layers().stream();
    return order == TimeCommand.Order.NET
        ? layers
        : layers.sorted(Comparator.comparingDouble(LayerTiming::median).reversed());
  }

  private void add(LayerTiming layer) {
    add(
        List.of(layer.name(), layer.type(), "forward", part(layer.forward())),
        layer.forward(),
        comparison.flatMap(with -> with.forward(layer)));
    layer
        .backward()
        .ifPresent(
            pass ->
                add(
                    List.of("", "", "backward", part(pass)),
                    pass,
                    comparison.flatMap(with -> with.backward(layer))));
  }

  private String part(PassTiming pass) {
    return percent(pass.seconds().median() / timing.sumOfLayers());
  }

  private void addSweeps() {
    add(
        List.of("whole sweeps", "", "forward", ""),
        timing.forward(),
        comparison.map(TimingComparison::forward));
    timing
        .backward()
        .ifPresent(
            pass ->
                add(
                    List.of("", "", "backward", ""),
                    pass,
                    comparison.flatMap(TimingComparison::backward)));
    add(
        List.of("", "", "both", ""),
        timing.iteration(),
        comparison.map(TimingComparison::iteration));
  }

  private void add(List<String> names, PassTiming pass, Optional<TimingChange> change) {
    Spread seconds = pass.seconds();
    List<String> cells = new ArrayList<>(names);
    cells.add(millis(seconds.median()));
    cells.add(millis(seconds.least()));
    cells.add(millis(seconds.lowerQuartile()) + "-" + millis(seconds.upperQuartile()));
    cells.add(pass.work().operations() == 0 ? "" : giga(pass.operationsPerSecond()));
    cells.add(pass.work().bytes() == 0 ? "" : giga(pass.bytesPerSecond()));
    cells.add(pass.work().bytes() == 0 ? "" : share(pass));
    add(cells, comparison.isPresent() ? compared(change) : List.of());
  }

  private String share(PassTiming pass) {
    String bound = report.peak().bound(pass.work()).name().toLowerCase(Locale.ROOT);
    return percent(pass.shareOf(report.peak())) + " " + bound;
  }

  private static List<String> compared(Optional<TimingChange> change) {
    return change
        .map(since -> List.of(millis(since.before().median()), words(since)))
        .orElse(List.of("", "new  "));
  }

  private static String words(TimingChange change) {
    String mark = change.isBeyondSpread() ? " *" : "  ";
    return String.format(Locale.ROOT, "%+.1f %%", PERCENT * change.relative()) + mark;
  }

  static String millis(double seconds) {
    return String.format(Locale.ROOT, "%.3f", MILLIS * seconds);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", PERCENT * share);
  }

  static String giga(double perSecond) {
    return String.format(Locale.ROOT, "%.1f", GIGA * perSecond);
  }
}
