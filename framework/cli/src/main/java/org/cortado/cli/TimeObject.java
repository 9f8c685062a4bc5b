package org.cortado.cli;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cortado.engine.timing.LayerTiming;
import org.cortado.engine.timing.Machine;
import org.cortado.engine.timing.NetTiming;
import org.cortado.engine.timing.PassTiming;
import org.cortado.engine.timing.Peak;
import org.cortado.engine.timing.Spread;
import org.cortado.engine.timing.TimingChange;
import org.cortado.engine.timing.TimingComparison;
import org.cortado.engine.timing.TimingComparison.Difference;
import org.cortado.engine.timing.TimingReport;

/** A timing for JSON; {@link TimeFile} reads it back. */
record TimeObject(TimingReport report, Optional<TimingComparison> comparison) {

  /**
   * Returns {@code net}, {@code phase}, {@code items} ({@code null} where the inputs don't agree),
   * {@code made_up_inputs}, {@code warmup}, {@code iterations}, {@code machine}, {@code peak},
   * {@code layers}, {@code sum_of_layers}, the sweeps {@code forward}, {@code backward} (where
   * there is one) and {@code iteration}, {@code items_per_second}, and {@code differences} where it
   * is compared with an earlier one. Each pass has {@code seconds}, {@code operations}, {@code
   * bytes}, both of them per second, {@code share_of_peak}, its {@code bound}, and {@code before}
   * where there was one.
   */
  Map<String, Object> object() {
    NetTiming timing = report.timing();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("net", timing.net());
    object.put("phase", word(timing.phase()));
    object.put("items", orNull(timing.items(), timing.items()));
    object.put("made_up_inputs", report.madeUp());
    object.put("warmup", timing.runs().warmup());
    object.put("iterations", timing.runs().measured());
    object.put("machine", object(report.machine()));
    object.put("peak", object(report.peak()));
    object.put("layers", timing.layers().stream().map(this::object).toList());
    object.put("sum_of_layers", timing.sumOfLayers());
    putSweeps(timing, object);
    object.put("items_per_second", orNull(timing.items(), timing.itemsPerSecond()));
    comparison.ifPresent(
        with ->
            object.put(
                "differences", with.differences().stream().map(TimeObject::object).toList()));
    return object;
  }

  private static Object orNull(int items, Object value) {
    return items == 0 ? NullNode.getInstance() : value;
  }

  private void putSweeps(NetTiming timing, Map<String, Object> object) {
    object.put("forward", pass(timing.forward(), comparison.map(TimingComparison::forward)));
    timing
        .backward()
        .ifPresent(
            pass ->
                object.put("backward", pass(pass, comparison.flatMap(TimingComparison::backward))));
    object.put("iteration", pass(timing.iteration(), comparison.map(TimingComparison::iteration)));
  }

  private static Map<String, Object> object(Machine machine) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("processor", machine.processor());
    object.put("cores", machine.cores());
    object.put("backend", machine.backend());
    object.put("threads", machine.threads());
    object.put("java", machine.java());
    return object;
  }

  private static Map<String, Object> object(Peak peak) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("operations_per_second", peak.operationsPerSecond());
    object.put("bytes_per_second", peak.bytesPerSecond());
    return object;
  }

  private Map<String, Object> object(LayerTiming layer) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", layer.name());
    object.put("type", layer.type());
    object.put("forward", pass(layer.forward(), comparison.flatMap(with -> with.forward(layer))));
    layer
        .backward()
        .ifPresent(
            pass ->
                object.put(
                    "backward", pass(pass, comparison.flatMap(with -> with.backward(layer)))));
    return object;
  }

  private Map<String, Object> pass(PassTiming pass, Optional<TimingChange> change) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("seconds", object(pass.seconds()));
    object.put("operations", pass.work().operations());
    object.put("bytes", pass.work().bytes());
    object.put("operations_per_second", pass.operationsPerSecond());
    object.put("bytes_per_second", pass.bytesPerSecond());
    object.put("share_of_peak", pass.shareOf(report.peak()));
    object.put("bound", word(report.peak().bound(pass.work())));
    change.ifPresent(since -> object.put("before", object(since)));
    return object;
  }

  private static Map<String, Object> object(Spread spread) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("least", spread.least());
    object.put("lower_quartile", spread.lowerQuartile());
    object.put("median", spread.median());
    object.put("upper_quartile", spread.upperQuartile());
    return object;
  }

  private static Map<String, Object> object(TimingChange change) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("seconds", object(change.before()));
    object.put("relative_change", change.relative());
    object.put("beyond_spread", change.isBeyondSpread());
    return object;
  }

  private static Map<String, Object> object(Difference difference) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("what", difference.what());
    object.put("before", difference.before());
    object.put("after", difference.after());
    return object;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
