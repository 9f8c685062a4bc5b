package org.cortado.engine.plugin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** All that the plug-ins at hand offer besides layers. */
final class Parts {

  private final Map<Class<?>, Offers<PartDeclaration>> offers = new LinkedHashMap<>();
  private final List<PartDeclaration> declared = new ArrayList<>();
  private final Map<Class<?>, ListenerDeclaration> listeners = new HashMap<>();
  private final List<BackendDeclaration> backends = new ArrayList<>();

  void add(PluginParts offered) {
    offered.all().forEach(this::add);
    offered.listeners().forEach(each -> listeners.put(each.part().options(), each));
    backends.addAll(offered.backends());
  }

  private void add(PartDeclaration part) {
    declared.add(part);
    offers
        .computeIfAbsent(part.among(), any -> new Offers<>(part.kind()))
        .add(part.name(), part, part.origin());
  }

  /** Returns all parts that have a name to themselves, in the order in which they were offered. */
  List<PartDeclaration> all() {
    return declared.stream().filter(this::isAlone).toList();
  }

  private boolean isAlone(PartDeclaration part) {
    return part.equals(of(part.among()).get(part.name()));
  }

  private Map<String, PartDeclaration> of(Class<?> among) {
    return Optional.ofNullable(offers.get(among)).map(Offers::byName).orElseGet(Map::of);
  }

  /** Returns the records that implement an interface, by name. */
  Map<String, Class<? extends Record>> records(Class<?> among) {
    Map<String, Class<? extends Record>> records = new TreeMap<>();
    of(among).forEach((name, part) -> records.put(name, part.options()));
    return records;
  }

  /** Returns why a name stands for nothing although it is offered, if that is so. */
  Optional<String> clash(Class<?> among, String name) {
    return Optional.ofNullable(offers.get(among)).flatMap(kind -> kind.clash(name));
  }

  /** Returns what people should know of names that several claim. */
  List<String> warnings() {
    return offers.values().stream().flatMap(kind -> kind.warnings().stream()).toList();
  }

  /** Returns the listener whose options are of a class. */
  ListenerDeclaration listener(Class<?> options) {
    return Objects.requireNonNull(listeners.get(options));
  }

  /** Returns all backends that have a name to themselves. */
  List<BackendDeclaration> backends() {
    return backends.stream().filter(each -> isAlone(each.part())).toList();
  }
}
