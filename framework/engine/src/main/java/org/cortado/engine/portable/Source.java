package org.cortado.engine.portable;

import java.nio.FloatBuffer;
import org.cortado.api.blob.Buffers;

/** The floats of one operand, put here at each run for the matrices that were prepared on it. */
final class Source {

  private FloatBuffer floats = Buffers.EMPTY;

  /** Sets the floats of this run. */
  void open(FloatBuffer opened) {
    floats = opened;
  }

  /** Returns the floats of this run. */
  FloatBuffer floats() {
    return floats;
  }
}
