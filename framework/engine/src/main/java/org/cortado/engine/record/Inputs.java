package org.cortado.engine.record;

import java.util.List;

/**
 * What a run was asked for.
 *
 * @param solver the solver's file, as it was named
 * @param settings what the command line overruled in the files
 * @param seed what all random numbers are drawn from
 * @param threads on how many threads it computes
 * @param data the folder where relative data paths of the nets begin
 * @param weights the files of weights that it began with; none if it began with random ones
 */
public record Inputs(
    String solver,
    List<String> settings,
    long seed,
    int threads,
    String data,
    List<Fingerprint> weights) {

  /** Copies the lists. */
  public Inputs {
    settings = List.copyOf(settings);
    weights = List.copyOf(weights);
  }

  Inputs with(List<Fingerprint> begunWith) {
    return new Inputs(solver, settings, seed, threads, data, begunWith);
  }
}
