package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.cortado.api.Layer;

/** Makes a jar of layers as a stranger would: of sources, the API and nothing else of Cortado's. */
final class ForeignJar {

  private ForeignJar() {}

  /**
   * Compiles sources and packs them.
   *
   * @param module the class that lists the layers
   */
  static void make(Path jar, List<Path> sources, String module, Path scratch) throws IOException {
    Path classes = Files.createDirectories(scratch.resolve("classes"));
    compile(sources, classes);
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve("org.cortado.api.LayerModule"), module + "\n");
    pack(classes, jar);
  }

  private static void compile(List<Path> sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("--release", "17", "-d", classes.toString(), "-classpath", classPath());
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean good =
          compiler
              .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(good).as("compiling %s", sources).isTrue();
    }
  }

  /** The API, and the two libraries that it shows to authors of layers. */
  private static String classPath() {
    return Stream.of(Layer.class, Inject.class, AbstractModule.class)
        .map(ForeignJar::location)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError("no place for " + type, e);
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }
}
