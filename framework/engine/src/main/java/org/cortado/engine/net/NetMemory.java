package org.cortado.engine.net;

import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.cortado.api.blob.Memory;

/** The memory of one net: all of it is given back at once. */
final class NetMemory implements Memory, AutoCloseable {

  private final Memory source;
  private final Set<Allocation> held = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean closed;

  NetMemory(Memory source) {
    this.source = source;
  }

  @Override
  public synchronized Allocation allocate(int count) {
    if (closed) {
      throw new IllegalStateException("the net has been closed");
    }
    return new Held(source.allocate(count));
  }

  @Override
  public synchronized void close() {
    closed = true;
    List.copyOf(held).forEach(Allocation::close);
  }

  private final class Held implements Allocation {

    private final Allocation allocation;

    Held(Allocation allocation) {
      this.allocation = allocation;
      held.add(this);
    }

    @Override
    public FloatBuffer floats() {
      return allocation.floats();
    }

    @Override
    public void close() {
      synchronized (NetMemory.this) {
        if (held.remove(this)) {
          allocation.close();
        }
      }
    }
  }
}
