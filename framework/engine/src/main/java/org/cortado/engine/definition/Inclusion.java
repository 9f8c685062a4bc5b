package org.cortado.engine.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortado.api.Phase;

/**
 * In which states of its net a layer is.
 *
 * <p>As in Caffe a layer is in where one of the rules that include it matches, or it has none.
 * Unlike there it may have rules that exclude it beside those: where one of them matches it is out.
 *
 * @param include rules that let it in
 * @param exclude rules that keep it out
 */
public record Inclusion(List<StateRule> include, List<StateRule> exclude) {

  private static final int MOST_RULES = 1000;

  /** In every state. */
  public static final Inclusion ALWAYS = new Inclusion(List.of(), List.of());

  /** In no state. */
  public static final Inclusion NEVER = never();

  /** Copies the lists. */
  public Inclusion {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  private static Inclusion never() {
    StateRule every =
        new StateRule(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of());
    return new Inclusion(List.of(), List.of(every));
  }

  /**
   * Whether a layer is in a state of its net.
   *
   * @param isIn whether it is
   * @param reason which rule says so, in words
   */
  public record Verdict(boolean isIn, String reason) {}

  /** Returns whether a layer is in. */
  public boolean admits(NetState state) {
    return verdict(state).isIn();
  }

  /** Returns whether a layer is in, and why. */
  public Verdict verdict(NetState state) {
    Optional<StateRule> out = exclude.stream().filter(rule -> rule.matches(state)).findFirst();
    if (out.isPresent()) {
      return new Verdict(false, out.get() + " excludes it");
    }
    if (include.isEmpty()) {
      return new Verdict(true, "no rule keeps it out");
    }
    return include.stream()
        .filter(rule -> rule.matches(state))
        .findFirst()
        .map(rule -> new Verdict(true, rule + " includes it"))
        .orElseGet(() -> new Verdict(false, "nothing but " + ofAll(include) + " includes it"));
  }

  private static String ofAll(List<StateRule> rules) {
    return rules.stream().map(StateRule::toString).collect(Collectors.joining(" or "));
  }

  /** Returns whether every rule that lets the layer in asks for a phase. */
  boolean isOnlyFor(Phase phase) {
    return !include.isEmpty()
        && include.stream().allMatch(rule -> rule.phase().equals(Optional.of(phase)));
  }

  /**
   * Returns the states that this has in common with the uses of blocks round it, if there are any;
   * those of the uses alone once it is reported that the rules are too many together.
   *
   * @param place where the rules stand
   */
  public Optional<Inclusion> within(Inclusion uses, Place place, Reporter reporter) {
    if (isTooManyWith(uses)) {
      reporter.add(place, "its rules and those of the uses round it are too many together");
      return Optional.of(uses);
    }
    return and(uses);
  }

  private boolean isTooManyWith(Inclusion other) {
    return (long) Math.max(1, include.size()) * Math.max(1, other.include.size()) > MOST_RULES
        || exclude.size() + other.exclude.size() > MOST_RULES;
  }

  /** Returns the states that both this and another have in common, if there are any. */
  Optional<Inclusion> and(Inclusion other) {
    List<StateRule> out = new ArrayList<>(exclude);
    out.addAll(other.exclude);
    if (include.isEmpty() || other.include.isEmpty()) {
      return Optional.of(new Inclusion(include.isEmpty() ? other.include : include, out));
    }
    List<StateRule> both = new ArrayList<>();
    for (StateRule rule : include) {
      other.include.forEach(each -> rule.and(each).ifPresent(both::add));
    }
    return both.isEmpty() ? Optional.empty() : Optional.of(new Inclusion(both, out));
  }

  /**
   * Returns whether there surely is a state that both this and another admit.
   *
   * <p>Rules that exclude are tried on the phases alone.
   */
  public boolean overlaps(Inclusion other) {
    boolean anyState = exclude.isEmpty() && other.exclude.isEmpty() && and(other).isPresent();
    return anyState
        || Stream.of(Phase.values())
            .map(NetState::of)
            .anyMatch(state -> admits(state) && other.admits(state));
  }

  /** Returns a layer's map with these rules in place of its own. */
  public MapNode putInto(MapNode layer) {
    MapNode plain = layer.without("phase").without("include").without("exclude");
    return putList(putList(plain, "include", include), "exclude", exclude);
  }

  private static MapNode putList(MapNode layer, String key, List<StateRule> rules) {
    Place place = layer.place();
    List<Node> maps = rules.stream().map(rule -> (Node) rule.node(place)).toList();
    return maps.isEmpty() ? layer : layer.with(new MapEntry(key, place, new ListNode(place, maps)));
  }

  /** Returns what the keys {@code phase}, {@code include} and {@code exclude} of a map say. */
  public static Inclusion read(Fields fields) {
    List<StateRule> include = new ArrayList<>(fields.list("include", new StateRuleType()));
    phase(fields).map(StateRule::of).ifPresent(include::add);
    if (fields.map().get("phase").isPresent() && fields.map().get("include").isPresent()) {
      fields
          .reporter()
          .add(fields.place("phase"), "phase can't stand beside include; put it in the rule");
    }
    return new Inclusion(include, fields.list("exclude", new StateRuleType()));
  }

  /** A misspelt phase counts as what it was meant to be, lest two layers seem to write one blob. */
  private static Optional<Phase> phase(Fields fields) {
    EnumType<Phase> type = new EnumType<>(Phase.class);
    return fields.read("phase", type).or(() -> fields.map().get("phase").flatMap(type::guess));
  }
}
