package org.cortado.archetype;

import java.nio.file.Path;
import java.util.Map;

/**
 * A file of the project, as the archetype's descriptor tells of it.
 *
 * @param directory the folder in the project; empty for the project's own
 * @param name the name below it, in which {@code __property__} stands for a property
 * @param filtered whether it has properties in its text
 * @param packaged whether it lies in the folder of the project's package
 */
record TemplateFile(String directory, String name, boolean filtered, boolean packaged) {

  /** Returns where the template lies among the templates. */
  String template() {
    return directory.isEmpty() ? name : directory + "/" + name;
  }

  /** Returns where the file lies in the project. */
  Path place(Map<String, String> properties) {
    Path folder = Path.of(directory);
    if (packaged) {
      folder = folder.resolve(properties.getOrDefault("package", "").replace('.', '/'));
    }
    String file = name;
    for (Map.Entry<String, String> property : properties.entrySet()) {
      file = file.replace("__" + property.getKey() + "__", property.getValue());
    }
    return folder.resolve(file);
  }
}
