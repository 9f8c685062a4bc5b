package org.cortado.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.cortado.api.LayerModule;

/** Packs jars. */
final class JarFiles {

  private final Manifest manifest = new Manifest();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  JarFiles() {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
  }

  /** Adds a line to the manifest. */
  JarFiles manifest(String key, String value) {
    manifest.getMainAttributes().putValue(key, value);
    return this;
  }

  /** Adds the file that names a module. */
  JarFiles service(String module) {
    return text("META-INF/services/" + LayerModule.class.getName(), module);
  }

  /** Adds a file. */
  JarFiles text(String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Adds the classes of packages and of those below. */
  JarFiles classes(CompiledClasses compiled, String... packages) {
    return classes(compiled, bytes -> bytes, packages);
  }

  /** Adds the classes of packages and of those below, after a change to their bytes. */
  JarFiles classes(CompiledClasses compiled, UnaryOperator<byte[]> change, String... packages) {
    for (String each : packages) {
      for (Path file : compiled.ofPackage(each)) {
        String name = compiled.folder().relativize(file).toString().replace('\\', '/');
        entries.put(name, change.apply(bytes(file)));
      }
    }
    return this;
  }

  /** Leaves out what has a word in its name. */
  JarFiles without(String word) {
    entries.keySet().removeIf(name -> name.contains(word));
    return this;
  }

  /** Makes of an entry what no reader of a written jar can unpack. */
  static void damage(Path jar, String entry) {
    byte[] packed = bytes(jar);
    int name = new String(packed, StandardCharsets.ISO_8859_1).indexOf(entry);
    packed[name + entry.length()] = (byte) 0xFF; // Where the entry's first block begins.
    try {
      Files.write(jar, packed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the jar, and the folders above it; returns its file. */
  Path write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          jar.putNextEntry(new JarEntry(entry.getKey()));
          jar.write(entry.getValue());
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
