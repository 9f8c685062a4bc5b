package org.cortado.engine.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads the names of a plug-in's modules.
 *
 * <p>The file is {@link java.util.ServiceLoader}'s, which says of a class that it names in vain
 * less than an author wants to know.
 */
final class ModuleNames {

  private ModuleNames() {}

  /**
   * Returns the names that the jar and its libraries give, each once, in their order.
   *
   * @throws PluginException if a file of names is damaged
   */
  static List<String> of(PluginClassLoader loader, Origin origin) {
    List<String> names = new ArrayList<>();
    try {
      for (URL file : Collections.list(loader.findResources(PluginJar.SERVICE))) {
        names.addAll(read(file));
      }
    } catch (IOException e) {
      throw new PluginException(
          "%s is damaged: %s can't be read: %s"
              .formatted(origin, PluginJar.SERVICE, e.getMessage()),
          e);
    }
    return names.stream().distinct().toList();
  }

  private static List<String> read(URL file) throws IOException {
    URLConnection connection = file.openConnection();
    connection.setUseCaches(false); // A cached jar stays open, and old when it is built anew.
    try (InputStream bytes = connection.getInputStream();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
