package org.cortado.engine.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cortado.api.Phase;

/**
 * Some of the states that a net may be built for, as Caffe's NetStateRule tells them.
 *
 * @param phase the phase; either where there is none
 * @param minLevel the least level, if any is too low
 * @param maxLevel the greatest level, if any is too high
 * @param stages the stages that must all be there
 * @param notStages the stages none of which may be there
 */
public record StateRule(
    Optional<Phase> phase,
    Optional<Integer> minLevel,
    Optional<Integer> maxLevel,
    Set<String> stages,
    Set<String> notStages) {

  /** Copies the sets. */
  public StateRule {
    stages = Set.copyOf(stages);
    notStages = Set.copyOf(notStages);
  }

  static StateRule of(Phase phase) {
    return new StateRule(
        Optional.of(phase), Optional.empty(), Optional.empty(), Set.of(), Set.of());
  }

  boolean matches(NetState state) {
    return phase.filter(wanted -> wanted != state.phase()).isEmpty()
        && minLevel.filter(least -> state.level() < least).isEmpty()
        && maxLevel.filter(most -> state.level() > most).isEmpty()
        && state.stages().containsAll(stages)
        && Collections.disjoint(state.stages(), notStages);
  }

  /** Returns the rule of the states that both this and another match, if there are any. */
  Optional<StateRule> and(StateRule other) {
    Set<String> with = new TreeSet<>(stages);
    with.addAll(other.stages);
    Set<String> without = new TreeSet<>(notStages);
    without.addAll(other.notStages);
    Optional<Integer> least = greater(minLevel, other.minLevel);
    Optional<Integer> most = lesser(maxLevel, other.maxLevel);
    boolean apart =
        (phase.isPresent() && other.phase.isPresent() && !phase.equals(other.phase))
            || (least.isPresent() && most.filter(bound -> bound < least.get()).isPresent())
            || !Collections.disjoint(with, without);
    return apart
        ? Optional.empty()
        : Optional.of(new StateRule(phase.or(() -> other.phase), least, most, with, without));
  }

  private static Optional<Integer> greater(Optional<Integer> one, Optional<Integer> other) {
    return one.map(bound -> Math.max(bound, other.orElse(bound))).or(() -> other);
  }

  private static Optional<Integer> lesser(Optional<Integer> one, Optional<Integer> other) {
    return one.map(bound -> Math.min(bound, other.orElse(bound))).or(() -> other);
  }

  /** Returns it as a file would hold it: {@code {phase: test, stage: [deploy]}}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    phase.ifPresent(asked -> parts.add("phase: " + Words.of(asked)));
    minLevel.ifPresent(level -> parts.add("min_level: " + level));
    maxLevel.ifPresent(level -> parts.add("max_level: " + level));
    if (!stages.isEmpty()) {
      parts.add("stage: " + new TreeSet<>(stages));
    }
    if (!notStages.isEmpty()) {
      parts.add("not_stage: " + new TreeSet<>(notStages));
    }
    return "{" + Words.listed(parts) + "}";
  }

  /** Returns the map that a file would hold. */
  MapNode node(Place place) {
    List<MapEntry> entries = new ArrayList<>();
    phase.ifPresent(
        word -> entries.add(entry("phase", place, ScalarNode.ofText(place, Words.of(word)))));
    minLevel.ifPresent(
        level -> entries.add(entry("min_level", place, ScalarNode.ofNumber(place, level))));
    maxLevel.ifPresent(
        level -> entries.add(entry("max_level", place, ScalarNode.ofNumber(place, level))));
    if (!stages.isEmpty()) {
      entries.add(entry("stage", place, list(place, stages)));
    }
    if (!notStages.isEmpty()) {
      entries.add(entry("not_stage", place, list(place, notStages)));
    }
    return new MapNode(place, entries);
  }

  private static MapEntry entry(String key, Place place, Node value) {
    return new MapEntry(key, place, value);
  }

  private static Node list(Place place, Set<String> words) {
    return new ListNode(
        place,
        new TreeSet<>(words).stream().map(word -> (Node) ScalarNode.ofText(place, word)).toList());
  }
}
