package org.cortado.onednn;

/**
 * How many threads the native library makes for itself.
 *
 * <p>OpenMP reads that from the environment when it is loaded, and has no setter that could be
 * reached from here.
 */
final class NativeThreads {

  private static final String VARIABLE = "OMP_NUM_THREADS";

  private NativeThreads() {}

  /** Returns the number of threads. */
  static int count() {
    return count(System.getenv().getOrDefault(VARIABLE, ""));
  }

  /** Returns what a value of {@code OMP_NUM_THREADS} means: the first of its numbers. */
  static int count(String value) {
    String first = value.split(",", 2)[0].strip();
    return first.matches("[1-9]\\d{0,6}")
        ? Integer.parseInt(first)
        : Runtime.getRuntime().availableProcessors();
  }
}
