package org.cortado.api.window;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.cortado.api.backend.Pooling;

/** From where to where the windows along one spatial axis reach, whatever their sizes. */
public final class WindowSpans {

  private final int in;
  private final int[] starts;
  private final int[] ends;
  private final int[] cells;

  private WindowSpans(
      int in, int out, IntUnaryOperator start, IntUnaryOperator end, IntUnaryOperator cells) {
    this.in = in;
    starts = IntStream.range(0, out).map(start).toArray();
    ends = IntStream.range(0, out).map(end).toArray();
    this.cells = IntStream.range(0, out).map(cells).toArray();
  }

  /** Returns those of a pooling for each axis; a mean counts cells as its method says. */
  static List<WindowSpans> of(Pooling.Spec spec) {
    boolean padding = spec.method() == Pooling.Method.AVE;
    return WindowAxis.of(spec).stream().map(axis -> of(axis, padding)).toList();
  }

  private static WindowSpans of(WindowAxis axis, boolean padding) {
    return new WindowSpans(
        axis.in(),
        axis.out(),
        axis::start,
        axis::end,
        padding ? axis::cells : window -> axis.end(window) - axis.start(window));
  }

  /**
   * Returns windows that share an axis out: the {@code i}th reaches from {@code ⌊i·in/out⌋} to
   * before {@code ⌈(i+1)·in/out⌉}, and two may overlap.
   *
   * @param in the size of the image
   * @param out the number of windows
   */
  public static WindowSpans sharing(int in, int out) {
    IntUnaryOperator start = window -> (int) ((long) window * in / out);
    IntUnaryOperator end = window -> (int) (((window + 1L) * in + out - 1) / out);
    return new WindowSpans(
        in, out, start, end, window -> end.applyAsInt(window) - start.applyAsInt(window));
  }

  /** Returns the size of the image. */
  public int in() {
    return in;
  }

  /** Returns the number of windows. */
  public int out() {
    return starts.length;
  }

  /** Returns what the largest of the windows sees. */
  public ReceptiveField.Axis receptiveField() {
    int size = IntStream.range(0, out()).map(i -> ends[i] - starts[i]).max().orElse(0);
    return new ReceptiveField.Axis(size, (double) in / out());
  }

  /** Returns the first cell of a window in the image. */
  int start(int window) {
    return starts[window];
  }

  /** Returns the cell after a window's last in the image. */
  int end(int window) {
    return ends[window];
  }

  /** Returns the number of cells that a mean divides by. */
  int cells(int window) {
    return cells[window];
  }
}
