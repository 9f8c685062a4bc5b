package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.cortado.api.Layer;
import org.cortado.engine.net.Net;

/**
 * Compiles the sources of plug-ins while tests run.
 *
 * @param folder where the classes are
 */
record CompiledClasses(Path folder) {

  /** Compiles source files, all at once: to start the compiler takes longer than to compile. */
  static CompiledClasses of(Path folder, Collection<Path> sources) {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean good =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-d", folder.toString(), "-cp", classPath(), "-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(good).as(said.toString()).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CompiledClasses(folder);
  }

  /** Compiles texts, each of which begins with the line of its package. */
  static CompiledClasses ofTexts(Path folder, String... texts) {
    List<Path> files = new ArrayList<>();
    for (String text : texts) {
      String type = text.replaceFirst("(?s).*?(class|interface|record) (\\w+).*", "$2");
      Path of = folder.resolve("source-" + files.size());
      files.add(TinyNets.write(created(of).resolve(type + ".java"), text));
    }
    return of(created(folder.resolve("classes")), files);
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a plug-in may see, and two things that it may not. */
  private static String classPath() {
    return Stream.of(
            Layer.class, Inject.class, jakarta.inject.Inject.class, Net.class, ObjectMapper.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(place -> Path.of(URI.create(place.toString())).toString())
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  /** Returns the class files of a package and those below it. */
  List<Path> ofPackage(String name) {
    try (Stream<Path> files = Files.walk(folder.resolve(name.replace('.', '/')))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
