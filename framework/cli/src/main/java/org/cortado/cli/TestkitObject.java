package org.cortado.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cortado.testkit.Breach;
import org.cortado.testkit.ClauseReport;
import org.cortado.testkit.LayerReport;

/** What came of proving layers, for JSON. */
record TestkitObject(List<LayerReport> layers) {

  /** Copies the list. */
  TestkitObject {
    layers = List.copyOf(layers);
  }

  /** Returns maps, lists, words and booleans. */
  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("passed", layers.stream().allMatch(TestkitObject::passed));
    object.put("layers", layers.stream().map(TestkitObject::object).toList());
    return object;
  }

  private static boolean passed(LayerReport layer) {
    return layer.isProved() && !layer.isBroken();
  }

  private static Map<String, Object> object(LayerReport layer) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", layer.type());
    object.put("from", layer.origin());
    object.put("passed", passed(layer));
    object.put("backends", layer.backends());
    object.put("cases", layer.cases());
    if (!layer.isProved()) {
      object.put("refusal", layer.refusal());
    }
    object.put("clauses", layer.clauses().stream().map(TestkitObject::object).toList());
    return object;
  }

  private static Map<String, Object> object(ClauseReport clause) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("clause", clause.clause());
    object.put("verdict", clause.verdict().name().toLowerCase(Locale.ROOT));
    if (!clause.reason().isEmpty()) {
      object.put("reason", clause.reason());
    }
    if (!clause.breaches().isEmpty()) {
      object.put("advice", clause.advice());
      object.put("breaches", clause.breaches().stream().map(TestkitObject::object).toList());
    }
    return object;
  }

  private static Map<String, Object> object(Breach breach) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("case", breach.testedCase());
    object.put("backend", breach.backend());
    object.put("found", breach.found());
    return object;
  }
}
