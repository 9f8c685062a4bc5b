package org.cortado.layers.core.data;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads batches on a thread of its own, one ahead of the one that is shown.
 *
 * <p>Two batches are filled in turn: nothing is allocated after the start. The loader is called by
 * the background thread alone, all methods here by one other thread.
 *
 * @param <B> a batch
 */
final class Prefetcher<B> implements AutoCloseable {

  /** Fills a batch. */
  @FunctionalInterface
  interface Loader<B> {

    /**
     * Overwrites a batch with the one of a number.
     *
     * @throws RuntimeException if it can't; {@link Prefetcher#take} throws it then
     */
    void load(long number, B into);
  }

  private final Loader<B> loader;
  private final List<B> slots;
  private final Thread thread;
  private final BooleanSupplier ready = this::isReady;
  private final BooleanSupplier room = this::hasRoom;
  private long next;
  private long loading;
  private @Nullable Throwable fault;
  private boolean closed;

  /**
   * Makes a prefetcher, whose thread starts at the first {@link #take}.
   *
   * @param name the thread's
   * @param slots the batches to fill, at least one
   */
  Prefetcher(String name, Loader<B> loader, List<B> slots) {
    this.loader = loader;
    this.slots = List.copyOf(slots);
    thread = new Thread(this::loadAhead, name);
    thread.setDaemon(true);
  }

  /** Makes the next {@link #take} return the batch of this number, and counts on from there. */
  synchronized void seek(long number) {
    next = number;
    loading = number;
    fault = null;
    notifyAll();
  }

  /**
   * Waits for the next batch and returns it; it is the caller's until {@link #release}.
   *
   * @throws RuntimeException or Error if the loader threw it, again and again until a {@link #seek}
   */
  synchronized B take() {
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
    awaitUntil(ready);
    if (closed) {
      throw new IllegalStateException("closed");
    }
    if (loading <= next) {
      throw rethrown(fault);
    }
    return slot(next);
  }

  /** Gives the batch that was taken last back to be filled anew. */
  synchronized void release() {
    next++;
    notifyAll();
  }

  /** Ends the thread at once; what it reads is interrupted, and not waited for. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    thread.interrupt();
  }

  private void loadAhead() {
    for (long number = awaitRoom(); number >= 0; number = awaitRoom()) {
      try {
        loader.load(number, slot(number));
        loaded(number);
      } catch (RuntimeException | Error thrown) {
        failed(number, thrown);
      }
    }
  }

  /** Returns the number of the batch to load next; -1 when closed. */
  private synchronized long awaitRoom() {
    awaitUntil(room);
    return closed ? -1 : loading;
  }

  /** Counts on, unless a seek has called for another batch meanwhile. */
  private synchronized void loaded(long number) {
    if (number == loading) {
      loading++;
      notifyAll();
    }
  }

  private synchronized void failed(long number, Throwable thrown) {
    if (number == loading) {
      fault = thrown;
      notifyAll();
    }
  }

  private B slot(long number) {
    return slots.get((int) (number % slots.size()));
  }

  private boolean isReady() {
    return loading > next || fault != null;
  }

  private boolean hasRoom() {
    return loading < next + slots.size() && fault == null;
  }

  /** Waits until a condition holds, or all is closed; the lock must be held. */
  private void awaitUntil(BooleanSupplier condition) {
    try {
      while (!closed && !condition.getAsBoolean()) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      if (!closed) {
        throw new IllegalStateException("interrupted while waiting for a batch", interrupted);
      }
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable thrown) {
    if (thrown instanceof RuntimeException exception) {
      return exception;
    }
    throw (Error) thrown;
  }
}
