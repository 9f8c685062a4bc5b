package org.cortado.engine.plugin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.cortado.api.LayerModule;

/**
 * What a jar says of itself before any of its code runs.
 *
 * @param file where it is
 * @param version what its maker calls it
 * @param api the version of the API that it was built against
 * @param hasClasses whether there is code in it
 * @param hasService whether it names a module of layers
 * @param libraries the jars that its manifest, and theirs, name as its class path
 * @param missing what of that class path isn't there
 */
public record PluginJar(
    Path file,
    Optional<String> version,
    Optional<String> api,
    boolean hasClasses,
    boolean hasService,
    List<Path> libraries,
    List<String> missing) {

  /** The file that names a jar's modules. */
  static final String SERVICE = "META-INF/services/" + LayerModule.class.getName();

  private static final Attributes.Name API = new Attributes.Name("Cortado-Api");

  /** Copies the lists. */
  public PluginJar {
    libraries = List.copyOf(libraries);
    missing = List.copyOf(missing);
  }

  /**
   * Reads a jar's manifest.
   *
   * @throws PluginException if it is none
   */
  static PluginJar read(Path file) {
    try (JarFile jar = new JarFile(file.toFile())) {
      Attributes manifest = attributes(jar);
      Set<Path> libraries = new LinkedHashSet<>();
      List<String> missing = new ArrayList<>();
      follow(file, manifest, libraries, missing);
      libraries.remove(file);
      return new PluginJar(
          file,
          Optional.ofNullable(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION)),
          Optional.ofNullable(manifest.getValue(API)).map(String::strip),
          jar.stream().anyMatch(entry -> entry.getName().endsWith(".class")),
          jar.getEntry(SERVICE) != null,
          List.copyOf(libraries),
          missing);
    } catch (IOException e) {
      throw new PluginException("'" + file + "' isn't a jar, or is damaged", e);
    }
  }

  private static Attributes attributes(JarFile jar) throws IOException {
    Manifest manifest = jar.getManifest();
    return manifest == null ? new Attributes() : manifest.getMainAttributes();
  }

  /** Collects what a manifest names, and the manifests of what it names. */
  private static void follow(
      Path jar, Attributes manifest, Set<Path> libraries, List<String> missing) {
    String classPath = manifest.getValue(Attributes.Name.CLASS_PATH);
    for (String entry : classPath == null ? new String[0] : classPath.strip().split("\\s+", -1)) {
      Optional<Path> library = resolve(jar, entry).filter(Files::exists);
      if (library.isEmpty()) {
        missing.add(entry);
      } else if (libraries.add(library.get()) && Files.isRegularFile(library.get())) {
        follow(library.get(), attributesOf(library.get()), libraries, missing);
      }
    }
  }

  private static Optional<Path> resolve(Path jar, String entry) {
    try {
      return Optional.of(Path.of(jar.toUri().resolve(entry)).normalize());
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty(); // Not the address of a file.
    }
  }

  private static Attributes attributesOf(Path library) {
    try (JarFile jar = new JarFile(library.toFile())) {
      return attributes(jar);
    } catch (IOException e) {
      throw new PluginException("'" + library + "' isn't a jar, or is damaged", e);
    }
  }

  /** Returns what is told of the things that it offers. */
  public Origin origin() {
    return Origin.of(this);
  }

  /** Returns where a class loader finds it. */
  URI uri() {
    return file.toUri();
  }
}
