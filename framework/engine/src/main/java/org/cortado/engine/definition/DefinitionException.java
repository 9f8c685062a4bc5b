package org.cortado.engine.definition;

import java.util.List;
import java.util.stream.Collectors;

/** Says that files don't define what they should, with all that is wrong. */
public final class DefinitionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Makes one of problems in the order of their places; its message has one a line. */
  public DefinitionException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Returns what is wrong, in the order of the places. */
  public List<Problem> problems() {
    return problems;
  }
}
