package org.cortado.engine.record;

import java.util.List;
import java.util.Map;

/** A manifest, and what it is made of. */
final class Manifests {

  static final Inputs RUN = new Inputs("solver.yaml", List.of("seed=7"), 7, 2, "/data", List.of());
  static final Fingerprint JAR = new Fingerprint("/lib/acme.jar", 10, "aa", true);
  static final Fingerprint ROWS = new Fingerprint("rows.csv", 20, "bb", true);
  static final Software SOFTWARE =
      new Software(
          "1",
          "1",
          "onednn",
          "3.11.0",
          "OpenJDK 17",
          List.of("-Xmx1g"),
          List.of(JAR),
          List.of(new PluginRecord(JAR, "1.0", "0.1", List.of())));
  static final Machine MACHINE = new Machine("Linux 6 amd64", "Xeon", 2, 1000);
  static final Manifest PLAIN =
      new Manifest(
          "2026-11-21T10:00:00Z", RUN, SOFTWARE, MACHINE, List.of(ROWS), List.of(), List.of());

  private Manifests() {}

  static Ending ending(long iterations, boolean interrupted) {
    return new Ending(
        "2026-11-21T11:00:00Z",
        iterations,
        interrupted,
        1.5,
        Map.of("train.loss", Double.NaN),
        "cc");
  }
}
