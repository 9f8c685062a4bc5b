package org.cortado.engine.plugin;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Demands of all that one jar offers, by however many modules, that a name stands for one thing of
 * a kind: by leaving out a jar nobody could choose between the two.
 */
final class OwnNames {

  private final Origin jar;
  private final Map<String, Class<?>> known = new HashMap<>();

  private OwnNames(Origin jar) {
    this.jar = jar;
  }

  /**
   * Demands it of the modules of a jar.
   *
   * @throws PluginException if two things of a kind have one name, or two listeners have the record
   *     of their options in common, by which they are told apart
   */
  static void require(Origin jar, Collection<Plugin> modules) {
    OwnNames names = new OwnNames(jar);
    for (Plugin module : modules) {
      module.layers().forEach(layer -> names.name("layer type", layer.name(), layer.layerClass()));
      module.parts().all().forEach(part -> names.name(part.kind(), part.name(), part.type()));
      module.parts().listeners().forEach(listener -> names.options(listener.part()));
    }
  }

  private void name(String kind, String name, Class<?> type) {
    String subject = kind + " '" + name + "'";
    claim(subject, type, subject + " is both %s and %s; give one of them another name");
  }

  private void options(PartDeclaration listener) {
    String options = listener.options().getName();
    claim(
        options,
        listener.type(),
        options + " is the options of both %s and %s; each needs its own");
  }

  private void claim(String what, Class<?> type, String clash) {
    Class<?> other = known.putIfAbsent(what, type);
    if (other != null) {
      throw new PluginException(jar + ": " + clash.formatted(other.getName(), type.getName()));
    }
  }
}
