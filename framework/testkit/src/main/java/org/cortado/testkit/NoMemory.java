package org.cortado.testkit;

import org.cortado.api.blob.Memory;

/** Memory for blobs whose shapes alone are of interest. */
final class NoMemory implements Memory {

  static final Memory INSTANCE = new NoMemory();

  private NoMemory() {}

  @Override
  public Allocation allocate(int count) {
    throw new AssertionError(
        "setUp or reshape opens a tensor of %d elements, but neither may touch memory"
            .formatted(count));
  }
}
