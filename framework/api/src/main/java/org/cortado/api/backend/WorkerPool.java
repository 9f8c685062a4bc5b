package org.cortado.api.backend;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.cortado.api.promise.Experimental;
import org.jspecify.annotations.Nullable;

/**
 * A fixed set of daemon threads that share loops with the thread that asks.
 *
 * <p>A loop that is asked for while another runs, from inside it or from another thread, or after
 * the pool was closed, is run by the asking thread alone, range by range, with the same result.
 */
@Experimental
public final class WorkerPool implements Parallel, AutoCloseable {

  /** Some tens of microseconds: loops of one sweep follow each other faster than a thread wakes. */
  private static final int SPINS = 2_000;

  private static final long SHORT_NAP_NANOS = 20_000;
  private static final Body NOTHING = (worker, from, to) -> {};

  private final Worker[] helpers;
  private final ReentrantLock asking = new ReentrantLock();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
  private volatile boolean closed;
  private int loopCount;
  private int loopGrain;
  private int loopPieces;
  private Body loopBody = NOTHING;

  /**
   * Starts the threads.
   *
   * @param threads how many run a loop, the asking one included
   */
  public WorkerPool(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, but is " + threads);
    }
    helpers = new Worker[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Worker(i + 1);
      helpers[i].start();
    }
  }

  @Override
  public int threads() {
    return helpers.length + 1;
  }

  @Override
  public void forEach(int count, int grain, Body body) {
    if (count < 0 || grain < 1) {
      throw new IllegalArgumentException("a loop of " + count + " steps in ranges of " + grain);
    }
    int pieces = Math.min(threads(), Math.toIntExact(((long) count + grain - 1) / grain));
    if (pieces > 1 && !asking.isHeldByCurrentThread() && asking.tryLock()) {
      try {
        share(count, grain, pieces, body);
      } finally {
        asking.unlock();
      }
    } else {
      runAlone(count, grain, pieces, body);
    }
  }

  private static void runAlone(int count, int grain, int pieces, Body body) {
    for (int piece = 0; piece < pieces; piece++) {
      run(count, grain, pieces, piece, body);
    }
  }

  private static void run(int count, int grain, int pieces, int piece, Body body) {
    body.run(piece, bound(count, grain, pieces, piece), bound(count, grain, pieces, piece + 1));
  }

  private static int bound(int count, int grain, int pieces, int piece) {
    long grains = ((long) count + grain - 1) / grain;
    return (int) Math.min(count, grains * piece / pieces * grain);
  }

  private void share(int count, int grain, int pieces, Body body) {
    if (closed) {
      runAlone(count, grain, pieces, body);
      return;
    }
    loopCount = count;
    loopGrain = grain;
    loopPieces = pieces;
    loopBody = body;
    running.set(pieces - 1);
    for (int i = 0; i < pieces - 1; i++) {
      helpers[i].begin();
    }
    attempt(0);
    for (int spins = 0; running.get() > 0; spins++) {
      pause(spins);
    }
    loopBody = NOTHING;
    Throwable thrown = fault.getAndSet(null);
    if (thrown != null) {
      throw rethrown(thrown);
    }
  }

  private static RuntimeException rethrown(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(thrown);
  }

  /** Lets nothing through, not even a checked exception in disguise: a helper must live on. */
  private void attempt(int piece) {
    try {
      run(loopCount, loopGrain, loopPieces, piece, loopBody);
    } catch (Throwable thrown) {
      fault.compareAndSet(null, thrown);
    }
  }

  private static void pause(int spins) {
    if (spins < SPINS) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(SHORT_NAP_NANOS);
    }
  }

  /** Ends the threads once a loop that still runs has ended. */
  @Override
  public void close() {
    asking.lock();
    try {
      closed = true;
    } finally {
      asking.unlock();
    }
    for (Worker helper : helpers) {
      LockSupport.unpark(helper);
    }
  }

  private final class Worker extends Thread {

    private final int piece;
    private volatile boolean asked;

    Worker(int piece) {
      super("cortado-worker-" + piece);
      this.piece = piece;
      setDaemon(true);
    }

    /** Publishes the loop's fields, too: they are written before and read after this one. */
    void begin() {
      asked = true;
      LockSupport.unpark(this);
    }

    @Override
    public void run() {
      for (int spins = 0; !closed || asked; spins++) {
        if (asked) {
          asked = false;
          attempt(piece);
          running.decrementAndGet();
          spins = 0;
        } else if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(WorkerPool.this);
        }
      }
    }
  }
}
