package org.cortado.onednn;

import java.nio.FloatBuffer;

/** An argument that the primitive takes as it lies in the tensor. */
final class DirectOperand implements Operand {

  private final PreparedPrimitive primitive;
  private final int argument;
  private final int first;

  DirectOperand(PreparedPrimitive primitive, int argument, int first) {
    this.primitive = primitive;
    this.argument = argument;
    this.first = first;
  }

  @Override
  public void bind(FloatBuffer buffer, boolean add) {
    primitive.bind(argument, buffer, first);
  }
}
