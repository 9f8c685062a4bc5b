package org.cortado.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.engine.watch.Census;
import org.cortado.engine.watch.Replayed;
import org.cortado.engine.watch.Sight;

/** A failure shown again, in words and for JSON. */
record ReplayText(Replayed replayed) {

  private static final String GONE =
      "the fault doesn't show: no value is NaN or infinite now. Another backend, another number of"
          + " threads or another version rounds otherwise; or no batch alone showed it, but the sum"
          + " of several (iter_size)";

  /** Prints a row for each tensor, and what is wrong with the last one. */
  void print(Output output) {
    output.say(
        "found in the training: " + replayed.failure().message().lines().findFirst().orElse(""));
    Table table = new Table().rightAligned(3, 4, 5, 6);
    table.add("layer", "type", "blob", "min", "max", "mean", "not finite", "shape");
    replayed.sights().forEach(sight -> table.add(cells(sight)));
    table.print("", output::say);
    output.say(replayed.finding().map(found -> "shown again: " + found.text()).orElse(GONE));
    output.json(object());
  }

  private static String[] cells(Sight sight) {
    Census census = sight.census();
    return new String[] {
      sight.layer(),
      sight.type(),
      sight.blob() + " " + sight.side(),
      Figures.number(census.min()),
      Figures.number(census.max()),
      Figures.number(census.mean()),
      Figures.count(census.wrong()),
      census.shape().toString()
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("shows", replayed.finding().isPresent());
    object.put("iteration", replayed.failure().iteration());
    object.put("sweep", replayed.failure().sweep());
    object.put("tensors", replayed.sights().stream().map(ReplayText::object).toList());
    replayed.finding().ifPresent(found -> object.put("finding", found.text()));
    return object;
  }

  private static Map<String, Object> object(Sight sight) {
    Census census = sight.census();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("layer", sight.layer());
    object.put("type", sight.type());
    object.put("blob", sight.blob());
    object.put("tensor", sight.side().toString());
    object.put("shape", census.shape().dims());
    object.put("not_finite", census.wrong());
    if (!census.isFinite()) {
      object.put("index", census.index());
      object.put("value", Float.toString(census.value()));
    }
    if (census.wrong() < census.shape().count()) {
      object.put("min", census.min());
      object.put("max", census.max());
      object.put("mean", census.mean());
    }
    return object;
  }
}
