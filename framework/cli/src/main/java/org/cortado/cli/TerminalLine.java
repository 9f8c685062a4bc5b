package org.cortado.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The last line of a terminal, on which a progress bar is drawn over and over.
 *
 * <p>The bar is drawn by a thread of its own.
 */
final class TerminalLine implements ProgressBarConsumer {

  private final PrintWriter terminal;
  private final int columns;
  private boolean drawn;

  TerminalLine(PrintWriter terminal, int columns) {
    this.terminal = terminal;
    this.columns = columns;
  }

  /** The last column stays free: some terminals begin a new line after it. */
  @Override
  public int getMaxRenderedLength() {
    return columns - 1;
  }

  @Override
  public synchronized void accept(String bar) {
    terminal.print("\r" + bar);
    terminal.flush();
    drawn = true;
  }

  /** Prints a line in place of the bar, which is soon drawn again below it. */
  synchronized void say(String text) {
    clear();
    terminal.println(text);
    terminal.flush();
    drawn = false;
  }

  @Override
  public synchronized void clear() {
    terminal.print("\r" + " ".repeat(getMaxRenderedLength()) + "\r");
    terminal.flush();
  }

  /** Does nothing: a bar that ends before it was first drawn forgets to call it. */
  @Override
  public void close() {}

  /** Leaves the bar as it was drawn last, and begins a new line below it. */
  synchronized void end() {
    if (drawn) {
      terminal.println();
      terminal.flush();
    }
  }
}
