package org.cortado.engine.definition;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects all that is wrong with a file, so that it is reported together.
 *
 * <p>The same problem is kept once, and no more than {@link #MOST} are kept: nobody reads on.
 */
public final class Problems {

  /** The number of problems beyond which further ones are dropped. */
  public static final int MOST = 1000;

  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<Place> settled = new HashSet<>();

  /** Adds a problem. */
  public void add(Place place, String message) {
    add(new Problem(place, message));
  }

  /** Makes further problems of one place be ignored: they follow from what was reported already. */
  public void settle(Place place) {
    settled.add(place);
  }

  /** Adds a problem that was collected elsewhere. */
  public void add(Problem problem) {
    if (!isFull() && !settled.contains(problem.place())) {
      problems.add(problem);
    }
  }

  /** Returns whether there is none. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Returns whether further problems would be dropped, so that looking for them is a waste. */
  public boolean isFull() {
    return problems.size() >= MOST;
  }

  /** Returns the number of problems so far. */
  public int count() {
    return problems.size();
  }

  /**
   * Returns the problems in the order of their places.
   *
   * <p>What is wrong with a block is there once, however often the block is used.
   */
  public List<Problem> sorted() {
    Map<Problem, Problem> merged = new LinkedHashMap<>();
    for (Problem problem : problems) {
      merged.merge(problem.apartFromUse(), problem, Problem::and);
    }
    return merged.values().stream().sorted(Comparator.comparing(Problem::place)).toList();
  }

  /**
   * Ends the reading if anything was wrong.
   *
   * @throws DefinitionException with all problems, if there is any
   */
  public void throwIfAny() {
    if (!isEmpty()) {
      throw new DefinitionException(sorted());
    }
  }
}
