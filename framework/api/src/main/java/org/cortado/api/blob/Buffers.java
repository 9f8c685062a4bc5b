package org.cortado.api.blob;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Stands in for the buffers of a sweep before the first one. */
public final class Buffers {

  /** Holds nothing; of the class that all tensors' buffers have. */
  public static final FloatBuffer EMPTY =
      ByteBuffer.allocateDirect(0).order(ByteOrder.nativeOrder()).asFloatBuffer();

  private Buffers() {}
}
