package org.cortado.cli;

import org.cortado.api.Phase;
import picocli.CommandLine.Option;

/** {@code --phase}, for what looks at a net. */
final class PhaseOption {

  @Option(
      names = "--phase",
      paramLabel = "train|test",
      defaultValue = "train",
      description = "What the net is built for (default: train).")
  private Phase phase = Phase.TRAIN;

  Phase phase() {
    return phase;
  }
}
