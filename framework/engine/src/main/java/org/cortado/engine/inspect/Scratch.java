package org.cortado.engine.inspect;

import java.util.ArrayList;
import java.util.List;
import org.cortado.api.blob.Memory;

/** Memory that is given back all at once. */
final class Scratch implements Memory, AutoCloseable {

  private final Memory memory;
  private final List<Allocation> held = new ArrayList<>();

  Scratch(Memory memory) {
    this.memory = memory;
  }

  @Override
  public Allocation allocate(int count) {
    Allocation allocation = memory.allocate(count);
    held.add(allocation);
    return allocation;
  }

  @Override
  public void close() {
    held.forEach(Allocation::close);
  }
}
