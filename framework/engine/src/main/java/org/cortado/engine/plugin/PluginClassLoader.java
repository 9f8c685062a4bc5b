package org.cortado.engine.plugin;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads one plug-in: Cortado's API, Guice and SLF4J from the framework, the JDK's classes from the
 * JDK, and all else from the jar and the libraries that its manifest names.
 *
 * <p>So two plug-ins may carry different versions of one library, while all share the types they
 * are called by. Never closed: classes load late.
 */
final class PluginClassLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final List<String> SHARED =
      List.of(
          "org.cortado.api.",
          "com.google.inject.",
          "jakarta.inject.",
          "javax.inject.",
          "org.aopalliance.",
          "org.slf4j.");

  private static final String PREFIX = "plug-in ";

  private final ClassLoader framework = PluginClassLoader.class.getClassLoader();

  PluginClassLoader(PluginJar jar) {
    super(PREFIX + jar.file(), new URL[] {url(jar)}, ClassLoader.getPlatformClassLoader());
  }

  /** Returns the jar whose code a frame of a stack is in; nothing if it is no plug-in's. */
  static Optional<Path> jar(StackTraceElement frame) {
    return Optional.ofNullable(frame.getClassLoaderName())
        .filter(name -> name.startsWith(PREFIX))
        .map(name -> Path.of(name.substring(PREFIX.length())));
  }

  private static URL url(PluginJar jar) {
    try {
      return jar.uri().toURL();
    } catch (MalformedURLException e) {
      throw new PluginException("can't open '" + jar.file() + "'", e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (SHARED.stream().anyMatch(name::startsWith)) {
      try {
        return framework.loadClass(name);
      } catch (ClassNotFoundException notShared) {
        return super.loadClass(name, resolve);
      }
    }
    return super.loadClass(name, resolve);
  }

  /** Says of a class that can't be found what a plug-in's author should know. */
  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try {
      return super.findClass(name);
    } catch (ClassNotFoundException e) {
      throw new ClassNotFoundException("class " + name + " is missing" + hint(name), e);
    }
  }

  private String hint(String name) {
    if (name.startsWith("org.cortado.api.")) {
      return ": this Cortado's API has no such class";
    }
    if (name.startsWith("org.cortado.")) {
      return ": it is inside Cortado, of which a plug-in sees the API alone";
    }
    return framework.getResource(name.replace('.', '/') + ".class") == null
        ? ""
        : ": Cortado has it for itself, but a plug-in sees its API alone and brings its own"
            + " libraries";
  }

  /** A plug-in's own files come before the JDK's. */
  @Override
  public @Nullable URL getResource(String name) {
    URL ours = findResource(name);
    return ours != null ? ours : super.getResource(name);
  }
}
