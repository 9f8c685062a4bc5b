package org.cortado.engine.plugin;

import org.cortado.api.filler.Filler;
import org.cortado.api.option.TypeName;

/**
 * What a plug-in says of one of its fillers.
 *
 * @param name the name that net files use
 * @param record the class, whose components are the filler's options
 */
record FillerDeclaration(String name, Class<? extends Record> record) {

  /**
   * Reads the declaration of a class.
   *
   * @throws PluginException if it can't be a filler
   */
  static FillerDeclaration of(Class<? extends Filler> filler, String origin) {
    TypeName name = filler.getAnnotation(TypeName.class);
    if (name == null || !filler.isRecord()) {
      throw new PluginException(
          origin + ": filler " + filler.getName() + " must be a record with @TypeName");
    }
    return new FillerDeclaration(name.value(), filler.asSubclass(Record.class));
  }
}
