package org.cortado.cli;

import java.util.List;
import java.util.function.Consumer;
import org.cortado.engine.inspect.NetDiff;

/** What differs between two nets, for people. */
record NetDiffText(NetDiff diff) {

  private static final String INDENT = "  ";

  /** Hands on lines. */
  void print(Consumer<String> lines) {
    if (diff.isEmpty()) {
      lines.accept("no differences");
    }
    print(diff.settings(), "", lines);
    diff.removed().forEach(layer -> lines.accept("removed: " + text(layer)));
    diff.added().forEach(layer -> lines.accept("added: " + text(layer)));
    diff.renamed()
        .forEach(
            layer ->
                lines.accept("renamed: %s → '%s'".formatted(text(layer.before()), layer.name())));
    diff.moved().forEach(layer -> lines.accept("moved: " + text(layer)));
    diff.changed()
        .forEach(
            (layer, changes) -> {
              lines.accept("changed: " + text(layer));
              print(changes, INDENT, lines);
            });
  }

  private static String text(NetDiff.Layer layer) {
    return "layer '%s' (%s)".formatted(layer.name(), layer.type());
  }

  private static void print(List<NetDiff.Change> changes, String indent, Consumer<String> lines) {
    for (NetDiff.Change change : changes) {
      lines.accept(
          "%s%s: %s → %s"
              .formatted(indent, change.key(), shown(change.before()), shown(change.after())));
    }
  }

  private static String shown(String value) {
    return value.isEmpty() ? "(none)" : value;
  }
}
