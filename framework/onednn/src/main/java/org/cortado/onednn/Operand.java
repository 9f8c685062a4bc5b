package org.cortado.onednn;

import java.nio.FloatBuffer;

/** An argument of a {@link Pass}, and how it gets from or to a plain tensor. */
interface Operand extends Resources.NativeResource {

  /**
   * Says which memory.
   *
   * @param add whether to add to what it holds; of a {@link SummedOutput} only
   */
  void bind(FloatBuffer buffer, boolean add);

  /** Uses the workspace's memory, which has moved. */
  default void moved(Workspace workspace) {}

  /** Does what comes before a run of the primitive. */
  default void before(int run) {}

  /** Does what comes after a run of the primitive. */
  default void after(int run) {}

  /** Does what comes when the primitives of all parts have run. */
  default void last() {}

  @Override
  default void close() {}
}
