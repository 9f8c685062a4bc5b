package org.cortado.engine.solver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cortado.api.DataException;

/**
 * What a run was done with, for those who want to do it again.
 *
 * @param cortado the version of Cortado
 * @param started when, in UTC
 * @param backend what computes
 * @param threads on how many threads
 * @param seed what all random numbers are drawn from
 * @param data the folder of the data
 * @param settings what the command line overruled in the files
 * @param plugins the jars of layers beside Cortado's own
 * @param java the virtual machine
 * @param system the operating system
 * @param processors how many the virtual machine sees
 */
record Manifest(
    String cortado,
    String started,
    String backend,
    int threads,
    long seed,
    String data,
    List<String> settings,
    List<Jar> plugins,
    String java,
    String system,
    int processors) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /**
   * A jar of layers.
   *
   * @param file its place
   * @param sha256 of its bytes
   */
  record Jar(String file, String sha256) {

    /** Reads and hashes a jar. */
    static Jar of(Path file) {
      try (InputStream bytes = Files.newInputStream(file);
          DigestInputStream digest =
              new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
        digest.transferTo(OutputStream.nullOutputStream());
        return new Jar(
            file.toString(), HexFormat.of().formatHex(digest.getMessageDigest().digest()));
      } catch (IOException e) {
        throw new DataException("can't read the plug-in " + file, e);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }

  static String version() {
    return Optional.ofNullable(Manifest.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  static String virtualMachine() {
    return property("java.vm.name") + " " + property("java.vm.version");
  }

  static String operatingSystem() {
    return property("os.name") + " " + property("os.version") + " " + property("os.arch");
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  /**
   * Reads a manifest.
   *
   * @throws RunFolderException if it is missing or damaged
   */
  static Manifest read(Path file) {
    try {
      return JSON.readValue(Files.readAllBytes(file), Manifest.class);
    } catch (IOException e) {
      throw new RunFolderException("can't read the manifest " + file, e);
    }
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words, numbers and lists are always JSON", e);
    }
  }
}
