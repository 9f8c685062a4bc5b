package org.cortado.engine.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortado.api.training.TrainingListener;
import org.cortado.engine.definition.Variants;

/** All layers and other parts that the plug-ins at hand offer. Immutable. */
public final class LayerCatalogue {

  private final Offers<LayerDeclaration> layers = new Offers<>("layer type");
  private final Parts parts;
  private final List<PluginJar> jars;
  private final List<PluginException> failures;
  private final List<String> warnings;

  private LayerCatalogue(PluginLoader loader, List<PluginJar> jars) {
    this.jars = List.copyOf(jars);
    List<PluginException> all = new ArrayList<>(loader.failures());
    parts = new Parts(loader.plugins().stream().map(Plugin::parts).toList(), all::add);
    loader.plugins().forEach(plugin -> addLayers(plugin, all));
    failures = List.copyOf(all);
    warnings =
        Stream.of(loader.warnings(), layers.warnings(), parts.warnings())
            .flatMap(List::stream)
            .toList();
  }

  private void addLayers(Plugin plugin, List<PluginException> failures) {
    OptionsCheck check = new OptionsCheck(variants(), failures::add);
    plugin.layers().stream()
        .filter(check::accepts)
        .forEach(layer -> layers.add(layer.name(), layer, plugin.origin()));
  }

  /** Loads the plug-ins of the class path alone. */
  public static LayerCatalogue load() {
    return load(List.of());
  }

  /**
   * Loads the plug-ins of the class path and of more places.
   *
   * <p>A jar that won't load is left out and kept among the {@link #failures}. A name that two jars
   * claim stands for nothing, and {@link #clash} says why; one of Cortado's own stays its own.
   *
   * @param places jars, and folders of jars
   * @throws PluginException if a place is missing
   */
  public static LayerCatalogue load(List<Path> places) {
    PluginLoader loader = new PluginLoader();
    loader.loadClassPath();
    PluginJars jars = new PluginJars(places);
    loader.load(jars);
    return new LayerCatalogue(loader, jars.jars());
  }

  /** Returns the jars of plug-ins that were there when this was loaded, in their order. */
  public List<PluginJar> jars() {
    return jars;
  }

  /** Returns all layers in the order of their names. */
  public Collection<LayerDeclaration> declarations() {
    return layers.byName().values();
  }

  /** Returns the layer of a type, as net files name it. */
  public Optional<LayerDeclaration> find(String type) {
    return Optional.ofNullable(layers.byName().get(type));
  }

  /** Returns the names of all layer types, sorted. */
  public Collection<String> names() {
    return layers.byName().keySet();
  }

  /** Returns what to say of a type that can't be found, and which may have been meant. */
  public String unknown(String type) {
    return layers
        .clash(type)
        .orElseGet(() -> new UnknownName(failures).told("layer type", type, names()));
  }

  /**
   * Returns the same of a name that may be a layer's or another part's.
   *
   * @param kinds what it may be, in words
   * @param known the names that there are
   */
  public String unknownOfAny(String kinds, String name, Collection<String> known) {
    return clashOfAny(name).orElseGet(() -> new UnknownName(failures).told(kinds, name, known));
  }

  /** Returns why some plug-ins could not be loaded. */
  public List<PluginException> failures() {
    return failures;
  }

  /** Returns what is odd about plug-ins that did load, a sentence each. */
  public List<String> warnings() {
    return warnings;
  }

  /** Returns why a layer type can't be found although it is offered, if that is so. */
  public Optional<String> clash(String type) {
    return layers.clash(type);
  }

  /** Returns the same of a name that may be a layer's or another part's. */
  public Optional<String> clashOfAny(String name) {
    return layers.clash(name).or(() -> parts.clash(name));
  }

  /** Returns all that there is besides layers, those of one kind together. */
  public Collection<PartDeclaration> parts() {
    return parts.all();
  }

  /** Returns the listener of a training that is chosen by its options. */
  public ListenerDeclaration listener(TrainingListener.Options options) {
    return parts.listener(options.getClass());
  }

  /** Returns the backends, none of which has been opened. */
  public List<BackendDeclaration> backends() {
    return parts.backends();
  }

  /** Returns what a {@code type} key may choose among, in nets and in solvers. */
  public Variants variants() {
    return parts.variants();
  }
}
