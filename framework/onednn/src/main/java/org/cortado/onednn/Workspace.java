package org.cortado.onednn;

import org.bytedeco.javacpp.Pointer;

/**
 * Scratch memory that all operations of a backend share, and so mostly in cache.
 *
 * <p>Grows when an operation is prepared, never while one runs. Use it under the engine's lock.
 */
final class Workspace implements AutoCloseable {

  private NativeBlock block = new NativeBlock(0);
  private int generation;

  /** Makes sure that there are so many bytes. */
  void reserve(long bytes) {
    if (bytes > block.bytes()) {
      NativeBlock grown = new NativeBlock(bytes);
      block.close();
      block = grown;
      generation++;
    }
  }

  /** Returns a number that changes when the memory moves. */
  int generation() {
    return generation;
  }

  /** Returns the address of a byte. */
  Pointer at(long offset) {
    return block.at(offset);
  }

  @Override
  public void close() {
    block.close();
  }
}
