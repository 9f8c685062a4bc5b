package org.cortado.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what this thread, and those that share loops with it, have taken of the Java heap. */
final class Meter {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final long[] ids =
      Thread.getAllStackTraces().keySet().stream()
          .filter(Meter::isOurs)
          .mapToLong(Thread::getId)
          .toArray();

  private static boolean isOurs(Thread thread) {
    return thread.equals(Thread.currentThread()) || thread.getName().startsWith("cortado-worker");
  }

  long bytes() {
    long bytes = 0;
    for (long id : ids) {
      bytes += Math.max(0, THREADS.getThreadAllocatedBytes(id));
    }
    return bytes;
  }
}
