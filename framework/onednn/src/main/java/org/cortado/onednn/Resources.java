package org.cortado.onednn;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what it was given, the latest first, once. */
final class Resources implements AutoCloseable {

  private final Deque<NativeResource> open = new ArrayDeque<>();

  /** Something native to be freed. */
  @FunctionalInterface
  interface NativeResource extends AutoCloseable {

    @Override
    void close();
  }

  /** Takes over a resource and returns it. */
  <T extends NativeResource> T add(T resource) {
    open.push(resource);
    return resource;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
