package org.cortado.engine.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.engine.definition.Problems;

/** What a file knows: its variables, and the blocks of its own and of the files it imports. */
final class Library {

  private final Scope variables;
  private final Map<String, Block> blocks = new LinkedHashMap<>();

  Library(Scope variables) {
    this.variables = variables;
  }

  Scope variables() {
    return variables;
  }

  /** Adds a block, or reports that another of its name is there. */
  void add(Block block, Problems problems) {
    Block other = blocks.putIfAbsent(block.name(), block);
    if (other != null && !other.place().equals(block.place())) {
      problems.add(
          block.place(),
          "block '%s' is there twice; the other is at %s".formatted(block.name(), other.place()));
    }
  }

  Optional<Block> find(String name) {
    return Optional.ofNullable(blocks.get(name));
  }

  List<Block> blocks() {
    return List.copyOf(blocks.values());
  }

  List<String> names() {
    return List.copyOf(blocks.keySet());
  }
}
