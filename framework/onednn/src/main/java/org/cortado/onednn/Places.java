package org.cortado.onednn;

import java.nio.FloatBuffer;
import java.util.IdentityHashMap;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The places in a buffer that the runs of a {@link Pass} take, one after the other.
 *
 * <p>Remembers those of some buffers: a layer may show one operation several blobs in turn.
 */
final class Places {

  private static final int MOST_BUFFERS = 64;

  private final int first;
  private final int step;
  private final int runs;
  private final long bytes;
  private final IdentityHashMap<FloatBuffer, Pointer[]> known = new IdentityHashMap<>();
  private Pointer[] places = {};
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
    this.runs = step == 0 ? 1 : runs;
    this.bytes = bytes;
  }

  /**
   * Says which buffer; costs a comparison where it is that of the last time, and takes no memory
   * where it was there before.
   *
   * @throws IllegalArgumentException if it is too small
   */
  @SuppressWarnings("ReferenceEquality")
  void bind(FloatBuffer buffer) {
    if (bound != buffer) {
      Pointer[] before = known.get(buffer);
      places = before == null ? find(buffer) : before;
      bound = buffer;
      current = -1;
    }
  }

  private Pointer[] find(FloatBuffer buffer) {
    checkSize(buffer, at(runs - 1) + bytes);
    if (known.size() == MOST_BUFFERS) {
      known.clear(); // most are of tensors that have moved since
    }
    Pointer start = new Pointer(buffer);
    Pointer[] found = new Pointer[runs];
    for (int run = 0; run < runs; run++) {
      found[run] = start.getPointer(at(run));
    }
    known.put(buffer, found);
    return found;
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
    int wanted = Math.min(run, runs - 1);
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
