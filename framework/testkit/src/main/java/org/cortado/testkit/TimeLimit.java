package org.cortado.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a layer's code on a thread of its own, which is left behind if it doesn't end in time. */
final class TimeLimit {

  private final Duration limit;

  TimeLimit(Duration limit) {
    this.limit = limit;
  }

  /**
   * Returns the result.
   *
   * @throws ExecutionException around whatever it throws
   * @throws StuckException if it doesn't end in time
   */
  <T> T within(Callable<T> work) throws ExecutionException, StuckException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "proof");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new StuckException(limit, thread.getStackTrace());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StuckException(limit, thread.getStackTrace());
    }
  }

  /** Says that the work didn't end, and where it stands. */
  static final class StuckException extends Exception {

    private static final long serialVersionUID = 1L;

    StuckException(Duration limit, StackTraceElement... place) {
      super("it doesn't end within " + words(limit));
      setStackTrace(place);
    }

    private static String words(Duration limit) {
      long millis = limit.toMillis();
      return millis < 1000 ? millis + " ms" : limit.toSeconds() + " s";
    }
  }
}
