package org.cortado.layers.core;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Stands in for the buffers of a sweep before the first one. */
final class Buffers {

  /** Holds nothing; of the class that all tensors' buffers have. */
  static final FloatBuffer EMPTY =
      ByteBuffer.allocateDirect(0).order(ByteOrder.nativeOrder()).asFloatBuffer();

  private Buffers() {}
}
