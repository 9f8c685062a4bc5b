package org.cortado.engine.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads one plug-in jar: its private libraries from the jar first, Cortado's API and Guice only
 * from the framework.
 *
 * <p>So two plug-ins may carry different versions of one library, while all share the types they
 * are called by. Never closed: classes load late.
 */
final class PluginClassLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final List<String> SHARED =
      List.of("java.", "org.cortado.api.", "com.google.inject.", "jakarta.inject.", "org.slf4j.");

  PluginClassLoader(URL jar, ClassLoader parent) {
    super("plugin", new URL[] {jar}, parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : choose(name, resolve);
    }
  }

  private Class<?> choose(String name, boolean resolve) throws ClassNotFoundException {
    if (SHARED.stream().noneMatch(name::startsWith)) {
      try {
        return findClass(name);
      } catch (ClassNotFoundException notOurs) {
        return super.loadClass(name, resolve);
      }
    }
    return super.loadClass(name, resolve);
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL ours = findResource(name);
    return ours != null ? ours : super.getResource(name);
  }
}
