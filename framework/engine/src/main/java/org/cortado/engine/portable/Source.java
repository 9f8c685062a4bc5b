package org.cortado.engine.portable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** The floats of one operand, put here at each run for the matrices that were prepared on it. */
final class Source {

  private FloatBuffer floats =
      ByteBuffer.allocateDirect(0).order(ByteOrder.nativeOrder()).asFloatBuffer();

  /** Sets the floats of this run. */
  void open(FloatBuffer opened) {
    floats = opened;
  }

  /** Returns the floats of this run. */
  FloatBuffer floats() {
    return floats;
  }
}
