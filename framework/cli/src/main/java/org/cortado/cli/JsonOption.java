package org.cortado.cli;

import picocli.CommandLine.Option;

/** {@code --json}. */
final class JsonOption {

  @Option(
      names = "--json",
      description = "Print one line of JSON to standard output, and all else to standard error.")
  private boolean json;

  Output output(Surroundings surroundings) {
    return new Output(surroundings, json);
  }
}
