package org.cortado.engine.plugin;

import java.lang.reflect.InvocationTargetException;
import org.cortado.api.LayerModule;

/** Makes a plug-in's module by the name of its class. */
final class NewModule {

  private NewModule() {}

  /**
   * Returns a new module.
   *
   * @throws PluginException if the class is missing or can't be a module
   */
  static LayerModule of(String name, ClassLoader loader, Origin origin) {
    Class<? extends LayerModule> type = type(name, loader, origin);
    try {
      return type.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw new PluginException(
          "%s: the constructor of %s throws %s"
              .formatted(origin, name, Reason.of(e.getTargetException(), loader)),
          e.getTargetException());
    } catch (ReflectiveOperationException e) {
      throw new PluginException(
          "%s: %s must be a public class with a public constructor without parameters"
              .formatted(origin, name),
          e);
    }
  }

  private static Class<? extends LayerModule> type(String name, ClassLoader loader, Origin origin) {
    Class<?> type;
    try {
      type = Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new PluginException(
          "%s: %s names %s, but the jar has no such class"
              .formatted(origin, PluginJar.SERVICE, name),
          e);
    }
    if (!LayerModule.class.isAssignableFrom(type)) {
      throw new PluginException(
          "%s: %s names %s, which doesn't extend %s"
              .formatted(origin, PluginJar.SERVICE, name, LayerModule.class.getName()));
    }
    return type.asSubclass(LayerModule.class);
  }
}
