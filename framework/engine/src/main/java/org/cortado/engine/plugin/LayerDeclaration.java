package org.cortado.engine.plugin;

import java.util.Map;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Help;

/** What a plug-in says of one of its layers, and the way to make one. */
public final class LayerDeclaration {

  private final Class<? extends Layer> layerClass;
  private final LayerType type;
  private final Class<? extends Record> optionsType;
  private final Plugin plugin;

  private LayerDeclaration(
      Class<? extends Layer> layerClass,
      LayerType type,
      Class<? extends Record> optionsType,
      Plugin plugin) {
    this.layerClass = layerClass;
    this.type = type;
    this.optionsType = optionsType;
    this.plugin = plugin;
  }

  /**
   * Reads the declaration of a class.
   *
   * @throws PluginException if it can't be a layer, and why
   */
  static LayerDeclaration of(Class<? extends Layer> layerClass, Plugin plugin) {
    LayerType type = layerClass.getAnnotation(LayerType.class);
    if (type == null) {
      throw new PluginException(
          plugin.origin() + ": " + layerClass.getName() + " lacks @LayerType");
    }
    requireReadable(type);
    Class<? extends Record> options =
        new InjectedConstructor(layerClass, plugin.origin()).optionsType();
    return new LayerDeclaration(layerClass, type, options, plugin);
  }

  /** Java reports what an annotation lacks only when it is asked for, which were too late. */
  @SuppressWarnings("ReturnValueIgnored")
  private static void requireReadable(LayerType type) {
    type.name();
    LayerTraits.of(type);
  }

  /** Returns the name that net files use. */
  public String name() {
    return type.name();
  }

  /** Returns the declaration as the class bears it. */
  public LayerType type() {
    return type;
  }

  /** Returns the line that says what the layer does; empty if its author wrote none. */
  public String help() {
    Help help = layerClass.getAnnotation(Help.class);
    return help == null ? "" : help.value();
  }

  /** Returns the class. */
  public Class<? extends Layer> layerClass() {
    return layerClass;
  }

  /** Returns the record of the layer's options. */
  public Class<? extends Record> optionsType() {
    return optionsType;
  }

  /** Returns the file name of the jar, or of the folder of classes, that the layer comes from. */
  public String origin() {
    return plugin.origin().name();
  }

  /** Returns the jar, or the folder of classes, and what it says of itself. */
  public Origin jar() {
    return plugin.origin();
  }

  /** Returns what the memory planner may count on for a layer with these options. */
  public LayerTraits traits(Record options) {
    LayerTraits declared = LayerTraits.of(type);
    return options instanceof LayerTraits.FromOptions byOptions
        ? byOptions.refine(declared)
        : declared;
  }

  /**
   * Makes a layer.
   *
   * @throws PluginException if its constructor, or a service that it wants, fails
   */
  public Layer create(Record options, LayerContext context, Backend backend) {
    return plugin.create(
        layerClass,
        Map.of(optionsType, options, LayerContext.class, context, Backend.class, backend));
  }

  @Override
  public String toString() {
    return name() + " of " + origin();
  }
}
