package org.cortado.engine.definition;

import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Puts what the parser says of a text that isn't YAML into a problem. */
final class SyntaxFault {

  private final Exception fault;
  private final Place last;

  /**
   * Makes one.
   *
   * @param last where the parser was, for a fault that doesn't say where it is
   */
  SyntaxFault(Exception fault, Place last) {
    this.fault = fault;
    this.last = last;
  }

  void report(TreeBuilder.Placing placing, Problems problems) {
    if (fault.getCause() instanceof MarkedYAMLException marked) {
      problems.add(place(marked, placing), "not YAML: " + words(marked));
    } else if (fault.getCause() instanceof ReaderException character) {
      problems.add(last, "not YAML: " + words(character));
    } else {
      problems.add(last, "not YAML: a key must be a word, but is a list or a map");
    }
  }

  private Place place(MarkedYAMLException marked, TreeBuilder.Placing placing) {
    return Optional.ofNullable(marked.getProblemMark())
        .or(() -> Optional.ofNullable(marked.getContextMark()))
        .map((Mark mark) -> placing.at(mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(last);
  }

  private static String words(MarkedYAMLException marked) {
    String problem = Optional.ofNullable(marked.getProblem()).orElse("");
    if (problem.contains("(TAB)")) {
      return "a tab can't indent a line; use spaces";
    }
    String context = Optional.ofNullable(marked.getContext()).map(text -> text + ", ").orElse("");
    return context + problem;
  }

  private static String words(ReaderException character) {
    return String.format("the character U+%04X is not allowed", character.getCodePoint());
  }
}
