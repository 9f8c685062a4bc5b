package org.cortado.engine.plugin;

import java.util.function.Supplier;

/**
 * Runs a plug-in's code with its class loader as the thread's, as libraries that look for services
 * or resources by the thread expect it.
 */
public final class ContextLoader {

  private ContextLoader() {}

  /**
   * Code that returns something, or throws what it declares.
   *
   * @param <T> what it returns
   * @param <E> what it throws
   */
  @FunctionalInterface
  interface Code<T, E extends Exception> {

    /** Runs it. */
    T run() throws E;
  }

  /** Returns what the code returns; the thread has its own loader again afterwards. */
  static <T> T within(ClassLoader loader, Supplier<T> code) {
    return call(loader, code::get);
  }

  /** Does the same of code that declares what it throws. */
  static <T, E extends Exception> T call(ClassLoader loader, Code<T, E> code) throws E {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return code.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Runs code of a class.
   *
   * @param owner the class whose loader the thread is to have meanwhile
   */
  public static void run(Class<?> owner, Runnable code) {
    within(
        owner.getClassLoader(),
        () -> {
          code.run();
          return owner;
        });
  }
}
