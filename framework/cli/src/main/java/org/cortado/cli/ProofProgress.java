package org.cortado.cli;

import java.util.Optional;
import org.cortado.testkit.ProofListener;

/** Shows on the last line of a terminal which clause is being proved. */
final class ProofProgress implements ProofListener, AutoCloseable {

  private final Optional<TerminalLine> terminal;

  private ProofProgress(Optional<TerminalLine> terminal) {
    this.terminal = terminal;
  }

  /** Returns one that shows nothing where there is no terminal. */
  static ProofProgress on(Surroundings surroundings) {
    return new ProofProgress(
        surroundings.columns().stream()
            .mapToObj(columns -> new TerminalLine(surroundings.err(), columns))
            .findFirst());
  }

  @Override
  public void proving(String type, String clause) {
    terminal.ifPresent(
        line -> {
          String text = type + ": " + clause;
          line.clear();
          line.accept(text.substring(0, Math.min(text.length(), line.getMaxRenderedLength())));
        });
  }

  @Override
  public void close() {
    terminal.ifPresent(TerminalLine::clear);
  }
}
