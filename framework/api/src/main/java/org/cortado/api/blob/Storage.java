package org.cortado.api.blob;

import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/** The memory that one tensor, or several that share it, stand on. */
final class Storage {

  private final Memory memory;
  private Memory.@Nullable Allocation allocation;
  private int capacity;
  private int reserved;
  private boolean clear = true;
  private boolean zeroed;

  Storage(Memory memory) {
    this.memory = memory;
  }

  /** Asks for so much memory once any is taken. */
  void reserve(int count) {
    reserved = Math.max(reserved, count);
  }

  /** Returns at least {@code count} floats; what they held is lost if more memory is needed. */
  FloatBuffer floats(int count) {
    Memory.Allocation current = allocation;
    if (current == null || capacity < count) {
      current = grow(Math.max(count, reserved));
    }
    return current.floats();
  }

  private Memory.Allocation grow(int count) {
    if (count > Memory.MOST_FLOATS) {
      throw new IllegalStateException(
          "a tensor can hold " + Memory.MOST_FLOATS + " floats, but " + count + " are wanted");
    }
    Memory.Allocation old = allocation;
    if (old != null) {
      allocation = null;
      old.close();
    }
    Memory.Allocation fresh = memory.allocate(Math.max(count, 1));
    allocation = fresh;
    capacity = count;
    clear = true;
    zeroed = true;
    return fresh;
  }

  /** Returns whether it holds more than {@code count} floats. */
  boolean exceeds(int count) {
    return capacity > count;
  }

  boolean isClear() {
    return clear;
  }

  void clear() {
    zeroed = zeroed && clear;
    clear = true;
  }

  /** Makes sure that a cleared storage holds its zeros. */
  void fillIfClear(FloatBuffer floats) {
    if (clear && !zeroed) {
      for (int i = 0; i < capacity; i++) {
        floats.put(i, 0);
      }
      zeroed = true;
    }
  }

  void touched() {
    clear = false;
  }
}
