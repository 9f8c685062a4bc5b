package org.cortado.engine.plugin;

import java.util.function.Supplier;

/**
 * Runs a plug-in's code with its class loader as the thread's, as libraries that look for services
 * or resources by the thread expect it.
 */
final class ContextLoader {

  private ContextLoader() {}

  /** Returns what the code returns; the thread has its own loader again afterwards. */
  static <T> T within(ClassLoader loader, Supplier<T> code) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return code.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
