package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the tensors of a file that a training begins with, and of the net's parameters.
 *
 * @param file the file
 * @param loaded the parameters that have their values from it
 * @param skipped those that keep fresh values though the file has a tensor for them, and why
 * @param missing those that keep fresh values because the file has none for them
 * @param unused the tensors for which the net has no parameter, as they are called after renaming
 */
public record LoadReport(
    Path file,
    List<String> loaded,
    Map<String, String> skipped,
    List<String> missing,
    List<String> unused) {

  /** Copies the lists and the map. */
  public LoadReport {
    loaded = List.copyOf(loaded);
    skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
    missing = List.copyOf(missing);
    unused = List.copyOf(unused);
  }
}
