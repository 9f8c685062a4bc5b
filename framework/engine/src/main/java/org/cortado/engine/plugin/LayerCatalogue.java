package org.cortado.engine.plugin;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.TypeName;
import org.cortado.engine.definition.Variants;

/** All layers and fillers that the plug-ins at hand offer. Immutable. */
public final class LayerCatalogue {

  private final Map<String, LayerDeclaration> layers = new TreeMap<>();
  private final Map<String, Class<? extends Record>> fillers = new TreeMap<>();
  private final List<PluginException> failures;

  private LayerCatalogue(List<Plugin> plugins, List<PluginException> failures) {
    for (Plugin plugin : plugins) {
      plugin.layers().forEach(this::add);
      plugin.fillers().forEach(filler -> add(filler, plugin.origin()));
    }
    this.failures = List.copyOf(failures);
  }

  /** Loads the plug-ins of the class path alone. */
  public static LayerCatalogue load() {
    return load(List.of());
  }

  /**
   * Loads the plug-ins of the class path and of more places.
   *
   * <p>A jar that won't load is kept among the {@link #failures}.
   *
   * @param places jars, and folders of jars
   * @throws PluginException if a place is missing, or two plug-ins offer one name
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
          "layer type '%s' is offered by both %s and %s; name one 'vendor:%s'"
              .formatted(layer.name(), other.origin(), layer.origin(), layer.name()));
    }
  }

  private void add(Class<? extends Filler> filler, String origin) {
    TypeName name = filler.getAnnotation(TypeName.class);
    if (name == null || !filler.isRecord()) {
      throw new PluginException(
          origin + ": filler " + filler.getName() + " must be a record with @TypeName");
    }
    if (fillers.putIfAbsent(name.value(), filler.asSubclass(Record.class)) != null) {
      throw new PluginException(
          origin + ": filler '" + name.value() + "' is offered by another plug-in, too");
    }
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
