package org.cortado.layers.core.shape;

import org.cortado.api.blob.Memory;

/** For blobs of which only the shape is of interest. */
final class NoMemory implements Memory {

  @Override
  public Allocation allocate(int count) {
    throw new IllegalStateException("the memory of a blob was touched");
  }
}
