package org.cortado.engine.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds which jars have become others: those of Cortado, and each plug-in with its libraries.
 *
 * <p>Jars are known by their names: another folder is no other jar. A library is its plug-in's, for
 * two plug-ins may bring different ones of one name.
 */
final class JarDrift {

  private final Software then;
  private final Software now;
  private final List<String> found = new ArrayList<>();
  private final Set<String> compared = new LinkedHashSet<>();

  private JarDrift(Software then, Software now) {
    this.then = then;
    this.now = now;
  }

  /** Returns what differs, a clause each. */
  static List<String> between(Software then, Software now) {
    JarDrift drift = new JarDrift(then, now);
    drift.comparePlugins();
    drift.compareOthers();
    return drift.found;
  }

  private void comparePlugins() {
    Map<String, PluginRecord> before = byName(then.plugins(), PluginRecord::name);
    Map<String, PluginRecord> after = byName(now.plugins(), PluginRecord::name);
    for (String name : union(before, after)) {
      Optional<PluginRecord> was = Optional.ofNullable(before.get(name));
      Optional<PluginRecord> is = Optional.ofNullable(after.get(name));
      if (was.isPresent() && is.isPresent()) {
        compare(was.get(), is.get());
      } else if (!isAmong(is.isPresent() ? then : now, name)) {
        foundOneSided("the plug-in " + name, was.isPresent());
      }
    }
  }

  /** A plug-in may have been on Cortado's own class path, or be there now. */
  private static boolean isAmong(Software software, String name) {
    return software.jars().stream().anyMatch(jar -> jar.name().equals(name));
  }

  private void compare(PluginRecord was, PluginRecord is) {
    Stream.concat(was.files(), is.files()).map(Fingerprint::name).forEach(compared::add);
    compare("the jar " + was.name(), was.jar(), is.jar());
    Map<String, Fingerprint> before = byName(was.libraries(), Fingerprint::name);
    Map<String, Fingerprint> after = byName(is.libraries(), Fingerprint::name);
    for (String name : union(before, after)) {
      String what = "the jar %s of %s".formatted(name, was.name());
      Optional<Fingerprint> library = Optional.ofNullable(before.get(name));
      Optional<Fingerprint> same = Optional.ofNullable(after.get(name));
      if (library.isPresent() && same.isPresent()) {
        compare(what, library.get(), same.get());
      } else {
        foundOneSided(what, library.isPresent());
      }
    }
  }

  private void compareOthers() {
    Map<String, Fingerprint> after = byName(now.jars(), Fingerprint::name);
    byName(then.jars(), Fingerprint::name)
        .forEach(
            (name, was) ->
                Optional.ofNullable(after.get(name))
                    .filter(is -> !compared.contains(name))
                    .ifPresent(is -> compare("the jar " + name, was, is)));
  }

  private void compare(String what, Fingerprint was, Fingerprint is) {
    if (!was.sameContent(is)) {
      found.add(what + " is another");
    }
  }

  private void foundOneSided(String what, boolean was) {
    found.add(what + (was ? " was there and is not" : " is there and was not"));
  }

  /** Those of one name are told apart by their order. */
  private static <T> Map<String, T> byName(List<T> all, Function<T, String> nameOf) {
    Map<String, T> byName = new LinkedHashMap<>();
    for (T each : all) {
      String name = nameOf.apply(each);
      int number = 1;
      while (byName.putIfAbsent(number == 1 ? name : name + " (" + number + ")", each) != null) {
        number++;
      }
    }
    return byName;
  }

  private static Set<String> union(Map<String, ?> one, Map<String, ?> other) {
    Set<String> names = new LinkedHashSet<>(one.keySet());
    names.addAll(other.keySet());
    return names;
  }
}
