package org.cortado.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** The places in a buffer that the runs of a {@link Pass} take, one after the other. */
final class Places {

  private final int first;
  private final int step;
  private final Pointer[] places;
  private final long bytes;
  private @Nullable FloatBuffer bound;
  private int current;

  /**
   * Prepares the places.
   *
   * @param first the element that the first run begins at
   * @param step the elements from there to where the next one begins; 0 if all take the same
   * @param runs how many runs there are
   * @param bytes how many bytes each of them takes
   */
  Places(int first, int step, int runs, long bytes) {
    this.first = first;
    this.step = step;
    places = new Pointer[step == 0 ? 1 : runs];
    this.bytes = bytes;
  }

  /**
   * Says which buffer; costs a comparison where it is that of the last time.
   *
   * @throws IllegalArgumentException if it is too small
   */
  @SuppressWarnings("ReferenceEquality")
  void bind(FloatBuffer buffer) {
    if (bound != buffer) {
      checkSize(buffer, at(places.length - 1) + bytes);
      Pointer start = new Pointer(buffer);
      for (int run = 0; run < places.length; run++) {
        places[run] = start.getPointer(at(run));
      }
      bound = buffer;
      current = -1;
    }
  }

  private long at(int run) {
    return (first + (long) run * step) * Float.BYTES;
  }

  private static void checkSize(FloatBuffer buffer, long needed) {
    if (!buffer.isDirect() || (long) buffer.capacity() * Float.BYTES < needed) {
      throw new IllegalArgumentException(
          buffer + " is no native memory of at least " + needed + " bytes");
    }
  }

  /** Returns whether a run takes another place than was taken last, and takes it. */
  boolean take(int run) {
    int wanted = Math.min(run, places.length - 1);
    boolean moves = current != wanted;
    current = wanted;
    return moves;
  }

  /** Returns the place that was taken. */
  Pointer taken() {
    return places[current];
  }

  /** Returns whether a run finds what the one before it found. */
  boolean isSameAsBefore(int run) {
    return run > 0 && step == 0;
  }
}
