package org.cortado.archetype;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Maven project of one layer, which builds as it stands.
 *
 * <p>What it holds say the archetype's descriptor, {@code META-INF/maven/archetype-metadata.xml},
 * and the templates beside it.
 */
public final class LayerProject {

  private final LayerNames names;
  private final Descriptor descriptor = Descriptor.ofThisJar();
  private final Templates templates = new Templates();

  /** Makes one; nothing is written yet. */
  public LayerProject(LayerNames names) {
    this.names = names;
  }

  /**
   * Writes the project and returns its files, relative to the folder.
   *
   * @param folder is made if need be
   * @throws IllegalArgumentException if there is anything in the folder
   * @throws UncheckedIOException if a file can't be written
   */
  public List<Path> write(Path folder) {
    requireEmpty(folder);
    Map<String, String> properties = properties();
    List<Path> written = new ArrayList<>();
    for (TemplateFile file : descriptor.files()) {
      Path place = file.place(properties);
      write(folder.resolve(place), text(file, properties));
      written.add(place);
    }
    return written;
  }

  private static void requireEmpty(Path folder) {
    if (Files.isDirectory(folder) ? !isEmpty(folder) : Files.exists(folder)) {
      throw new IllegalArgumentException("there is something in '" + folder + "' already");
    }
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException("can't look into '" + folder + "': " + e.getMessage(), e);
    }
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>(names.properties());
    descriptor
        .defaults()
        .forEach((name, value) -> properties.put(name, templates.fill(value, properties)));
    return properties;
  }

  private String text(TemplateFile file, Map<String, String> properties) {
    String text = Resources.text("archetype-resources/" + file.template());
    return file.filtered() ? templates.fill(text, properties) : text;
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("can't write '" + file + "': " + e.getMessage(), e);
    }
  }
}
