package org.cortado.engine.plugin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cortado.engine.definition.Variants;

/** All that the plug-ins at hand offer besides layers. */
final class Parts {

  private final Map<Class<?>, Offers<PartDeclaration>> offers = new LinkedHashMap<>();
  private final List<PartDeclaration> declared = new ArrayList<>();
  private final Map<Class<?>, ListenerDeclaration> listeners = new HashMap<>();
  private final List<BackendDeclaration> backends = new ArrayList<>();

  /** Makes one without parts. */
  Parts() {}

  /**
   * Makes one of what is offered, without what has options that can't be read.
   *
   * @param failures is told of what is left out
   */
  Parts(List<PluginParts> offered, Consumer<PluginException> failures) {
    Parts all = new Parts();
    offered.forEach(all::add);
    OptionsCheck check = new OptionsCheck(all.variants(), failures);
    offered.forEach(plugin -> add(plugin.readable(check)));
  }

  private void add(PluginParts offered) {
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

  /** Returns what a {@code type} key may choose among. */
  Variants variants() {
    return new Variants() {
      @Override
      public Map<String, Class<? extends Record>> of(Class<?> type) {
        return records(type);
      }

      @Override
      public Optional<String> clash(Class<?> type, String word) {
        return Parts.this.clash(type, word);
      }
    };
  }

  /** Returns the records that implement an interface, by name. */
  private Map<String, Class<? extends Record>> records(Class<?> among) {
    Map<String, Class<? extends Record>> records = new TreeMap<>();
    of(among).forEach((name, part) -> records.put(name, part.options()));
    return records;
  }

  /** Returns why a name stands for nothing although it is offered, if that is so. */
  private Optional<String> clash(Class<?> among, String name) {
    return Optional.ofNullable(offers.get(among)).flatMap(kind -> kind.clash(name));
  }

  /** Returns the same of a name of whatever kind. */
  Optional<String> clash(String name) {
    return offers.values().stream().flatMap(kind -> kind.clash(name).stream()).findFirst();
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
