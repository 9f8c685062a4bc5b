package org.cortado.api.blob;

import java.nio.FloatBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A shape and 32-bit floats of it, row by row (NCHW), off the Java heap.
 *
 * <p>Memory is taken when a door is first opened, kept when the tensor shrinks, and freed with the
 * net. A new tensor is cleared: it reads as zeros.
 *
 * <p>There are three doors, and which one is taken tells the backend what it may skip:
 *
 * <ul>
 *   <li>{@link #read}: the elements will not be changed
 *   <li>{@link #write}: all elements will be overwritten, what they hold is of no interest
 *   <li>{@link #update}: the elements will be read and changed
 * </ul>
 *
 * <p>Each gives a buffer at position 0 with the tensor's count as its limit, the same object as
 * long as the memory stays where it is. It may be used until the tensor is reshaped. Threads may
 * share it by the methods that take an index.
 */
public final class Tensor {

  private Storage storage;
  private Shape shape;
  private final int offset;
  private final @Nullable Tensor whole;
  private @Nullable FloatBuffer floats;
  private @Nullable FloatBuffer window;

  /** Makes a cleared tensor. */
  public Tensor(Shape shape, Memory memory) {
    this(shape, new Storage(memory), 0, null);
  }

  private Tensor(Shape shape, Storage storage, int offset, @Nullable Tensor whole) {
    this.shape = shape;
    this.storage = storage;
    this.offset = offset;
    this.whole = whole;
  }

  /** Returns the shape. */
  public Shape shape() {
    return shape;
  }

  /** Returns the number of elements. */
  public int count() {
    return shape.count();
  }

  /** Opens the tensor for reading. */
  public FloatBuffer read() {
    FloatBuffer all = floats();
    storage.fillIfClear(all);
    return window(all);
  }

  /** Opens the tensor for overwriting every element. */
  public FloatBuffer write() {
    FloatBuffer all = floats();
    if (storage.exceeds(count())) { // what isn't overwritten may be read once it is reshaped
      storage.fillIfClear(all);
    }
    storage.touched();
    return window(all);
  }

  /** Opens the tensor for reading and changing. */
  public FloatBuffer update() {
    FloatBuffer all = floats();
    storage.fillIfClear(all);
    storage.touched();
    return window(all);
  }

  /**
   * Makes every element 0, at the latest when a door is next opened.
   *
   * <p>Who adds to a cleared tensor may overwrite it instead; see {@link #isClear}.
   */
  public void clear() {
    if (whole == null) {
      storage.clear();
    } else if (!storage.isClear()) {
      fillWithZeros(update());
    }
  }

  private static void fillWithZeros(FloatBuffer floats) {
    for (int i = 0; i < floats.limit(); i++) {
      floats.put(i, 0);
    }
  }

  /** Returns whether every element is known to be 0, so that adding is the same as writing. */
  public boolean isClear() {
    return storage.isClear();
  }

  /**
   * Gives the tensor another shape.
   *
   * <p>The elements stay in their order as long as the memory suffices; a tensor that outgrows its
   * memory is cleared. A view keeps its count.
   */
  public void reshape(Shape changed) {
    if (whole != null && changed.count() != count()) {
      throw new IllegalArgumentException("a view of " + shape + " can't become " + changed);
    }
    shape = changed;
  }

  /**
   * Makes this tensor stand on the memory of another, keeping its own shape.
   *
   * <p>Views of this tensor stay on its old memory.
   *
   * @throws IllegalArgumentException if their counts differ or either is a view
   */
  public void share(Tensor other) {
    if (other.count() != count()) {
      throw new IllegalArgumentException(shape + " can't share the memory of " + other.shape);
    }
    requireWholes(other);
    storage = other.storage;
  }

  /**
   * Makes this tensor take turns with another on that one's memory, which becomes large enough for
   * both: only one of them is of interest at a time, or they are the same elements.
   *
   * <p>Views of this tensor stay on its old memory.
   *
   * @throws IllegalArgumentException if either is a view
   */
  public void reuse(Tensor other) {
    requireWholes(other);
    storage = other.storage;
    storage.reserve(count());
  }

  private void requireWholes(Tensor other) {
    if (whole != null || other.whole != null) {
      throw new IllegalArgumentException("a view can't share memory");
    }
  }

  /** Returns whether both stand on the same memory. */
  public boolean sharesMemoryWith(Tensor other) {
    return storage == other.storage;
  }

  /**
   * Returns a tensor that stands on a part of this one's memory.
   *
   * <p>To be made anew when this tensor is reshaped or made to share another's memory.
   *
   * @param from the first element
   * @param part the shape of the part
   * @throws IndexOutOfBoundsException if the part isn't inside
   */
  public Tensor view(int from, Shape part) {
    Objects.checkFromIndexSize(from, part.count(), count());
    return new Tensor(part, storage, offset + from, this);
  }

  /** Copies the elements of another tensor of the same count. */
  public void copyFrom(Tensor other) {
    if (other.count() != count()) {
      throw new IllegalArgumentException("can't copy " + other.shape + " to " + shape);
    }
    FloatBuffer from = other.read();
    write().put(0, from, 0, count());
  }

  private FloatBuffer floats() {
    return storage.floats(whole == null ? count() : whole.reach());
  }

  private int reach() {
    return whole == null ? count() : whole.reach();
  }

  /** Only a change of memory or count makes a new buffer: sweeps allocate nothing. */
  @SuppressWarnings("ReferenceEquality")
  private FloatBuffer window(FloatBuffer all) {
    FloatBuffer current = window;
    if (current == null || floats != all || current.capacity() != count()) {
      current = slice(all);
      floats = all;
      window = current;
    }
    return current.clear();
  }

  private FloatBuffer slice(FloatBuffer all) {
    if (offset + count() > all.capacity()) {
      throw new IllegalStateException("the tensor that a view of " + shape + " is in has shrunk");
    }
    return all.slice(offset, count());
  }

  @Override
  public String toString() {
    return "Tensor" + shape;
  }
}
