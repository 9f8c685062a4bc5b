package org.cortado.engine.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.engine.definition.Fields;
import org.cortado.engine.definition.Keys;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Reporter;
import org.cortado.engine.definition.ScalarNode;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.definition.Words;

/** Reads {@code unroll}. */
final class UnrollReader {

  private static final List<String> KNOWN = List.of("steps", "slice", "carry", "join");
  private static final Keys KEYS = new Keys("key", KNOWN, "; unroll has " + Words.listed(KNOWN));

  private final Block block;
  private final Reporter reporter;
  private final Node unroll;
  private boolean faithful = true;

  UnrollReader(Block block, Fields use) {
    this.block = block;
    reporter = use.reporter().at("unroll");
    unroll = use.map().get("unroll").orElseThrow();
  }

  /** Returns the use over time, or nothing once what is wrong is reported. */
  Optional<Unrolling> read(String name, Map<String, String> inputs, Map<String, String> outputs) {
    if (!(unroll instanceof MapNode map)) {
      reporter.mustBe("a map such as {steps: 5, slice: x, carry: {h: h_next}}", unroll);
      return Optional.empty();
    }
    Fields fields = new Fields(KEYS.check(map, reporter), reporter);
    Optional<Integer> steps = steps(fields);
    List<String> slices = ports(fields, "slice", block.inputs());
    List<String> joins = ports(fields, "join", block.outputs());
    Map<String, String> carries = carries(fields);
    slices.stream().filter(carries::containsKey).forEach(input -> bothWays(input, fields));
    return faithful
        ? steps.map(count -> new Unrolling(name, inputs, outputs, count, slices, carries, joins))
        : Optional.empty();
  }

  private void bothWays(String input, Fields fields) {
    faithful = false;
    reporter.add(
        fields.place("slice"), "input '%s' can't be both sliced and carried".formatted(input));
  }

  private Optional<Integer> steps(Fields fields) {
    Node node = fields.map().get("steps").orElse(null);
    if (node == null) {
      reporter.add(fields.map().place(), "unroll.steps is missing; it must be a whole number");
      return Optional.empty();
    }
    Optional<Integer> steps = RepeatReader.times(node);
    if (steps.isEmpty()) {
      reporter.at("steps").mustBe("a whole number from 1 to " + RepeatReader.MOST, node);
    }
    return steps;
  }

  private List<String> ports(Fields fields, String key, List<String> known) {
    List<String> named = fields.names(key);
    named.forEach(port -> require(port, known, fields.place(key), key));
    return named;
  }

  private void require(String port, List<String> known, Place place, String key) {
    if (!known.contains(port)) {
      faithful = false;
      String near = Spelling.suggestion(port, known);
      reporter.add(
          place,
          "unroll.%s names '%s', but the block has %s%s"
              .formatted(key, port, Words.listed(known), near));
    }
  }

  private Map<String, String> carries(Fields fields) {
    Node node = fields.map().get("carry").orElse(null);
    Map<String, String> carries = new HashMap<>();
    if (node instanceof MapNode map) {
      for (MapEntry entry : map.entries()) {
        String output = entry.value() instanceof ScalarNode scalar ? scalar.text() : "";
        require(entry.key(), block.inputs(), entry.place(), "carry");
        require(output, block.outputs(), entry.value().place(), "carry");
        carries.put(entry.key(), output);
      }
    } else if (node != null) {
      faithful = false;
      reporter.at("carry").mustBe("a map from inputs to outputs such as {h: h_next}", node);
    }
    return carries;
  }
}
