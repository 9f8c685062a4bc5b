package org.cortado.engine.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.cortado.api.LayerModule;

/** Loads plug-ins from the class path and from jars, keeping the faults of those that won't. */
final class PluginLoader {

  private final List<Plugin> plugins = new ArrayList<>();
  private final List<PluginException> failures = new ArrayList<>();

  List<Plugin> plugins() {
    return plugins;
  }

  List<PluginException> failures() {
    return failures;
  }

  void loadClassPath() {
    ClassLoader loader = PluginLoader.class.getClassLoader();
    load(ServiceLoader.load(LayerModule.class, loader), "class path", type -> true);
  }

  /**
   * Loads a jar, or every jar of a folder in name order.
   *
   * @throws PluginException if there is no such jar or folder
   */
  void load(Path place) {
    for (Path jar : jars(place)) {
      loadJar(jar);
    }
  }

  static List<Path> jars(Path place) {
    if (Files.isRegularFile(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new PluginException("there is no plug-in folder or jar '" + place + "'", e);
    }
  }

  private void loadJar(Path jar) {
    int before = plugins.size() + failures.size();
    String origin = String.valueOf(jar.getFileName());
    if (!isJar(jar)) {
      failures.add(new PluginException("'" + jar + "' isn't a jar, or is damaged"));
      return;
    }
    PluginClassLoader loader = new PluginClassLoader(url(jar), getClass().getClassLoader());
    load(
        ServiceLoader.load(LayerModule.class, loader),
        origin,
        type -> type.getClassLoader() == loader);
    if (plugins.size() + failures.size() == before) {
      failures.add(
          new PluginException(
              origin
                  + ": offers no layers: META-INF/services/"
                  + LayerModule.class.getName()
                  + " is missing or names no class of the jar"));
    }
  }

  private static boolean isJar(Path file) {
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.size() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new PluginException("can't open '" + jar + "'", e);
    }
  }

  private void load(ServiceLoader<LayerModule> services, String place, Predicate<Class<?>> wanted) {
    Iterator<ServiceLoader.Provider<LayerModule>> providers = services.stream().iterator();
    boolean more = true;
    while (more) {
      try {
        more = providers.hasNext();
        if (more) {
          load(providers.next(), wanted);
        }
      } catch (PluginException e) {
        failures.add(e);
      } catch (ServiceConfigurationError | LinkageError e) {
        failures.add(new PluginException(place + ": " + Reason.of(e), e));
      }
    }
  }

  private void load(ServiceLoader.Provider<LayerModule> provider, Predicate<Class<?>> wanted) {
    if (wanted.test(provider.type())) {
      plugins.add(Plugin.of(provider.get(), origin(provider.type())));
    }
  }

  private static String origin(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      return type.getName();
    }
    String[] segments = source.getLocation().getPath().split("/", -1);
    String last = segments[segments.length - 1];
    return last.isEmpty() ? source.getLocation().getPath() : last;
  }
}
