package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.cortado.api.Layer;
import org.cortado.api.LayerModule;

/** Makes a jar of one source file, as somebody would who has the API alone. */
final class StrangersJar {

  private StrangersJar() {}

  /**
   * Compiles a source and packs it.
   *
   * @param module the class that lists the layers, which is the file's, too
   */
  static Path make(Path folder, String module, String source) throws IOException {
    Path file = Files.writeString(folder.resolve(module + ".java"), source);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(file, classes);
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve(LayerModule.class.getName()), module);
    return pack(classes, folder.resolve("stranger.jar"));
  }

  private static void compile(Path source, Path classes) throws IOException {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    List<String> options = List.of("-d", classes.toString(), "-cp", classPath(), "-proc:none");
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(source));
      assertThat(task.call()).as("compiling %s", source).isTrue();
    }
  }

  private static String classPath() {
    return Stream.of(Layer.class, com.google.inject.Inject.class, jakarta.inject.Inject.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(place -> Path.of(URI.create(place.toString())).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path pack(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
