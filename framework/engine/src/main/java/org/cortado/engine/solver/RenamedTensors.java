package org.cortado.engine.solver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.solver.StartWeights.Rename;

/** The tensors of a file by what they are called in a net. */
final class RenamedTensors {

  private final Map<String, String> originals = new LinkedHashMap<>();
  private final LoadFaults faults;

  /**
   * Renames them.
   *
   * @param faults gets what can't be
   */
  RenamedTensors(Set<String> names, List<Rename> renames, LoadFaults faults) {
    this.faults = faults;
    names.forEach(name -> originals.put(name, name));
    renames.forEach(this::rename);
  }

  private void rename(Rename rename) {
    Map<String, String> before = new LinkedHashMap<>(originals);
    if (before.keySet().stream().noneMatch(rename::matches)) {
      faults.add(
          "rename: '%s' is the name of no tensor in the file%s"
              .formatted(rename.from(), Spelling.suggestion(rename.from(), before.keySet())));
    }
    originals.clear();
    before.forEach((name, original) -> put(rename.apply(name), original));
  }

  private void put(String name, String original) {
    String other = originals.putIfAbsent(name, original);
    if (other != null) {
      faults.add(
          "rename: '%s' and '%s' of the file would both be called '%s'"
              .formatted(other, original, name));
    }
  }

  /** Returns the names in the net. */
  Set<String> names() {
    return Collections.unmodifiableSet(originals.keySet());
  }

  /** Returns what the file calls a tensor that is there. */
  String original(String name) {
    return originals.getOrDefault(name, name);
  }
}
