package org.cortado.engine.plugin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Things of one kind that plug-ins offer, by the names that files use.
 *
 * <p>A name that two jars claim stands for neither: a file that uses it must not depend on which
 * jar was found first. A name of Cortado's own, which is to be added before, is nobody else's.
 */
final class Offers<T> {

  private final String kind;
  private final Map<String, T> offers = new TreeMap<>();
  private final Map<String, List<Origin>> claims = new TreeMap<>();
  private final List<String> leftOut = new ArrayList<>();

  /**
   * Makes one without offers.
   *
   * @param kind what messages call such a thing: {@code layer type}
   */
  Offers(String kind) {
    this.kind = kind;
  }

  void add(String name, T offer, Origin origin) {
    List<Origin> claimants = claims.computeIfAbsent(name, any -> new ArrayList<>());
    if (!origin.isBuiltIn() && claimants.stream().anyMatch(Origin::isBuiltIn)) {
      leftOut.add(
          "%s: its %s '%s' is left out, for that is Cortado's own; name it '%s'"
              .formatted(origin, kind, name, ofVendor(name)));
      return;
    }
    claimants.add(origin);
    if (claimants.size() == 1) {
      offers.put(name, offer);
    } else {
      offers.remove(name);
    }
  }

  private static String ofVendor(String name) {
    return "vendor:" + name.replaceFirst(".*:", "");
  }

  /** Returns what only one jar claims, by name. */
  Map<String, T> byName() {
    return Collections.unmodifiableMap(offers);
  }

  /** Returns why a name stands for nothing although it is offered, if that is so. */
  Optional<String> clash(String name) {
    return Optional.ofNullable(claims.get(name))
        .filter(claimants -> claimants.size() > 1)
        .map(
            claimants ->
                "%s '%s' is offered by %s; leave one of the jars out, or name one '%s'"
                    .formatted(kind, name, told(claimants), ofVendor(name)));
  }

  /**
   * Returns what people should know of names that are claimed: a sentence for each set of jars that
   * claim the same, and for each offer that bears a name of Cortado's own.
   */
  List<String> warnings() {
    List<String> warnings = clashes();
    warnings.addAll(leftOut);
    return warnings;
  }

  private List<String> clashes() {
    Map<List<Origin>, List<String>> names = new LinkedHashMap<>();
    claims.forEach(
        (name, claimants) -> {
          if (claimants.size() > 1) {
            names.computeIfAbsent(claimants, any -> new ArrayList<>()).add("'" + name + "'");
          }
        });
    List<String> sentences = new ArrayList<>();
    names.forEach(
        (claimants, same) ->
            sentences.add(
                "%s %s is offered by %s; what needs it won't run until one of the jars is left out"
                    .formatted(kind, String.join(", ", same), told(claimants))));
    return sentences;
  }

  private static String told(List<Origin> claimants) {
    List<String> names =
        claimants.stream()
            .map(
                each ->
                    claimants.stream()
                        .filter(other -> !other.equals(each))
                        .map(each::toldFrom)
                        .reduce((one, next) -> one.length() >= next.length() ? one : next)
                        .orElse(each.name()))
            .collect(Collectors.toList());
    String last = names.remove(names.size() - 1);
    return (names.size() == 1 ? "both " : "") + String.join(", ", names) + " and " + last;
  }
}
