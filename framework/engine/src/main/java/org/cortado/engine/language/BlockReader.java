package org.cortado.engine.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cortado.engine.definition.Fields;
import org.cortado.engine.definition.Keys;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.Reporter;
import org.cortado.engine.definition.ScalarNode;
import org.cortado.engine.definition.Words;

/** Reads a block. */
final class BlockReader {

  private static final List<String> KNOWN = List.of("args", "inputs", "outputs", "layers");
  private static final Keys KEYS =
      new Keys("key", KNOWN, "; a block has args, inputs, outputs and layers");

  private final MapEntry entry;
  private final Library home;
  private final Reporter reporter;

  BlockReader(MapEntry entry, Library home, Problems problems) {
    this.entry = entry;
    this.home = home;
    reporter = new Reporter("block " + Words.quoted(entry.key()) + ": ", "", problems);
  }

  /** Returns the block, or nothing once what is wrong is reported. */
  Optional<Block> read() {
    if (entry.value() instanceof MapNode map) {
      return read(new Fields(KEYS.check(map, reporter), reporter));
    }
    reporter.mustBe("a map with a list of layers", entry.value());
    return Optional.empty();
  }

  private Optional<Block> read(Fields fields) {
    List<String> inputs = distinct(fields, "inputs");
    List<String> outputs = distinct(fields, "outputs");
    outputs.stream()
        .filter(inputs::contains)
        .forEach(name -> reporter.add(fields.place("outputs"), outputIsInput(name)));
    List<Block.Argument> arguments = arguments(fields);
    Node layers = fields.map().get("layers").orElse(null);
    if (layers instanceof ListNode list && !list.items().isEmpty()) {
      return Optional.of(
          new Block(entry.key(), entry.place(), arguments, inputs, outputs, list, home));
    }
    if (layers == null) {
      reporter.add(fields.map().place(), "layers is missing; it must be a list of layers");
    } else {
      String found = layers instanceof ListNode ? "an empty one" : layers.described();
      reporter.at("layers").mustBe("a list of layers", layers, found, "");
    }
    return Optional.empty();
  }

  private static String outputIsInput(String name) {
    return "output '%s' is an input, too; leave it out: what reads it can read the input"
        .formatted(name);
  }

  private List<String> distinct(Fields fields, String key) {
    List<String> names = fields.names(key);
    Set<String> once = new LinkedHashSet<>();
    for (String name : names) {
      if (!once.add(name)) {
        reporter.add(fields.place(key), key + " has '" + name + "' twice");
      }
    }
    return List.copyOf(once);
  }

  /** A list of names, all of which a use must give, or a map with what they are by default. */
  private List<Block.Argument> arguments(Fields fields) {
    List<Block.Argument> arguments = new ArrayList<>();
    Node args = fields.map().get("args").orElseGet(() -> MapNode.empty(entry.place()));
    if (args instanceof MapNode map) {
      map.entries().forEach(each -> argument(each).ifPresent(arguments::add));
    } else {
      fields.names("args").stream()
          .filter(name -> named(name, args))
          .map(name -> new Block.Argument(name, Optional.empty()))
          .forEach(arguments::add);
    }
    return arguments;
  }

  private Optional<Block.Argument> argument(MapEntry each) {
    boolean required = each.value() instanceof ScalarNode scalar && scalar.isNull();
    return named(each.key(), new MapNode(each.place(), List.of()))
        ? Optional.of(
            new Block.Argument(each.key(), required ? Optional.empty() : Optional.of(each.value())))
        : Optional.empty();
  }

  private boolean named(String name, Node at) {
    boolean right = Reckoner.isName(name);
    if (!right) {
      reporter.add(at.place(), VariableNames.wrong("argument", name));
    }
    return right;
  }
}
