package org.cortado.engine.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cortado.api.filler.Filler;
import org.cortado.engine.definition.Variants;

/** All layers and fillers that the plug-ins at hand offer. Immutable. */
public final class LayerCatalogue {

  private final Map<String, LayerDeclaration> layers = new TreeMap<>();
  private final Map<String, Class<? extends Record>> fillers = new TreeMap<>();
  private final List<PluginException> failures;

  private LayerCatalogue(List<Plugin> plugins, List<PluginException> failures) {
    List<PluginException> all = new ArrayList<>(failures);
    plugins.stream().flatMap(plugin -> plugin.layers().stream()).forEach(this::add);
    for (Plugin plugin : plugins) {
      addFillers(plugin, all);
    }
    this.failures = List.copyOf(all);
  }

  /** Loads the plug-ins of the class path alone. */
  public static LayerCatalogue load() {
    return load(List.of());
  }

  /**
   * Loads the plug-ins of the class path and of more places.
   *
   * <p>A jar that won't load, or offers a filler of a name that is taken, is left out and kept
   * among the {@link #failures}.
   *
   * @param places jars, and folders of jars
   * @throws PluginException if a place is missing, or two plug-ins offer a layer of one name
   */
  public static LayerCatalogue load(List<Path> places) {
    PluginLoader loader = new PluginLoader();
    loader.loadClassPath();
    places.forEach(loader::load);
    return new LayerCatalogue(loader.plugins(), loader.failures());
  }

  private void add(LayerDeclaration layer) {
    LayerDeclaration other = layers.putIfAbsent(layer.name(), layer);
    if (other != null) {
      throw new PluginException(
          "layer type '%s' is offered by both %s and %s; leave one of the jars out, or name one type 'vendor:%s'"
              .formatted(layer.name(), other.origin(), layer.origin(), layer.name()));
    }
  }

  private void addFillers(Plugin plugin, List<PluginException> failures) {
    Optional<String> taken =
        plugin.fillers().keySet().stream().filter(fillers::containsKey).findFirst();
    if (taken.isPresent()) {
      failures.add(
          new PluginException(
              plugin.origin()
                  + ": filler '"
                  + taken.get()
                  + "' is offered by another plug-in, too; its layers are left out"));
      plugin.layers().forEach(layer -> layers.remove(layer.name()));
    } else {
      fillers.putAll(plugin.fillers());
    }
  }

  /**
   * Returns the jars that {@link #load(List)} looks into, in its order.
   *
   * @throws PluginException if a place is missing
   */
  public static List<Path> jars(List<Path> places) {
    return places.stream().flatMap(place -> PluginLoader.jars(place).stream()).toList();
  }

  /** Returns all layers in the order of their names. */
  public Collection<LayerDeclaration> declarations() {
    return layers.values();
  }

  /** Returns the layer of a type, as net files name it. */
  public Optional<LayerDeclaration> find(String type) {
    return Optional.ofNullable(layers.get(type));
  }

  /** Returns the names of all layer types, sorted. */
  public Collection<String> names() {
    return layers.keySet();
  }

  /** Returns why some plug-ins could not be loaded. */
  public List<PluginException> failures() {
    return failures;
  }

  /** Returns what a {@code type} key may choose among, for the options of layers. */
  public Variants variants() {
    return type -> type == Filler.class ? fillers : Map.of();
  }
}
