package org.cortado.engine.solver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.engine.net.Net;

/** Makes the listeners that look closer at one training. */
@FunctionalInterface
public interface Observers {

  /** Looks at nothing. */
  Observers NONE = subject -> List.of();

  /**
   * What there is to look at.
   *
   * @param definition what the solver file says
   * @param train the net that learns
   * @param tests the nets that are tested, by the tests' names, in order; tests begin at their
   *     first item, so that they may be run in between
   * @param folder where the run is kept
   * @param listener is told what was found
   */
  record Subject(
      SolverDefinition definition,
      Net train,
      Map<String, Net> tests,
      RunFolder folder,
      SolverListener listener) {

    /** Copies the map, and keeps its order. */
    public Subject {
      tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
    }
  }

  /** Returns listeners that change no bit of what is learned. */
  List<SolverListener> of(Subject subject);

  /** Returns what makes these listeners and then those of another. */
  default Observers and(Observers more) {
    return subject -> Stream.concat(of(subject).stream(), more.of(subject).stream()).toList();
  }
}
