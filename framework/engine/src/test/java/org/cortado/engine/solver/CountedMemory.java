package org.cortado.engine.solver;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import java.nio.FloatBuffer;
import java.util.HashSet;
import java.util.Set;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Memory;
import org.cortado.engine.portable.PortableBackendFactory;

/** Grants so many requests for memory, and knows which of it was never given back. */
final class CountedMemory implements Memory {

  private final Memory real = new PortableBackendFactory().create(1).memory();
  private final Set<Allocation> open = new HashSet<>();
  private final int granted;
  private int asked;

  CountedMemory(int granted) {
    this.granted = granted;
  }

  /** Returns a backend with this memory that is otherwise the given one. */
  Backend of(Backend backend) {
    Backend counted = mock(Backend.class, delegatesTo(backend));
    doReturn(this).when(counted).memory();
    return counted;
  }

  int asked() {
    return asked;
  }

  int open() {
    return open.size();
  }

  @Override
  public Allocation allocate(int count) {
    if (asked == granted) {
      throw new OutOfMemoryError("none left");
    }
    asked++;
    Counted allocation = new Counted(real.allocate(count));
    open.add(allocation);
    return allocation;
  }

  private final class Counted implements Allocation {

    private final Allocation counted;

    Counted(Allocation counted) {
      this.counted = counted;
    }

    @Override
    public FloatBuffer floats() {
      return counted.floats();
    }

    @Override
    public void close() {
      open.remove(this);
      counted.close();
    }
  }
}
