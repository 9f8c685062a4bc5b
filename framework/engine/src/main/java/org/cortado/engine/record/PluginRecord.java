package org.cortado.engine.record;

import java.util.List;
import java.util.stream.Stream;

/**
 * A plug-in that was at hand.
 *
 * @param jar its jar
 * @param version what its maker calls it; {@code -} where that isn't said
 * @param api the version of the API it was built against; {@code unknown} where that isn't said
 * @param libraries the jars that its manifest names
 */
public record PluginRecord(
    Fingerprint jar, String version, String api, List<Fingerprint> libraries) {

  /** Copies the list. */
  public PluginRecord {
    libraries = List.copyOf(libraries);
  }

  /** Returns the name of the jar. */
  String name() {
    return jar.name();
  }

  Stream<Fingerprint> files() {
    return Stream.concat(Stream.of(jar), libraries.stream());
  }
}
