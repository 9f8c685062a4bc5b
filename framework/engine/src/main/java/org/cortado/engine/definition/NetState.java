package org.cortado.engine.definition;

import java.util.Set;
import java.util.TreeSet;
import org.cortado.api.Phase;

/**
 * What a net is built for, by which the layers of its file are in or out.
 *
 * @param level a number that rules compare with their bounds; 0 unless somebody asks for another
 * @param stages words that rules ask for or against
 */
public record NetState(Phase phase, int level, Set<String> stages) {

  /** Copies the set. */
  public NetState {
    stages = Set.copyOf(stages);
  }

  /** Returns the state of a phase at level 0, with no stages. */
  public static NetState of(Phase phase) {
    return new NetState(phase, 0, Set.of());
  }

  /** Returns this state in another phase. */
  public NetState in(Phase other) {
    return new NetState(other, level, stages);
  }

  /** Returns it in words: {@code phase train, level 1, stages deploy, small}. */
  @Override
  public String toString() {
    String levels = level == 0 ? "" : ", level " + level;
    String words = stages.size() == 1 ? ", stage " : ", stages ";
    return "phase "
        + Words.of(phase)
        + levels
        + (stages.isEmpty() ? "" : words + Words.listed(new TreeSet<>(stages)));
  }
}
