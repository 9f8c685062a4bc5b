package org.cortado.onednn;

import java.nio.FloatBuffer;

/** An argument that the primitive takes as it lies in the tensor. */
final class DirectOperand implements Operand {

  private final PreparedPrimitive primitive;
  private final int argument;
  private final Places places;

  DirectOperand(PreparedPrimitive primitive, int argument, Places places) {
    this.primitive = primitive;
    this.argument = argument;
    this.places = places;
  }

  @Override
  public void bind(FloatBuffer buffer, boolean add) {
    places.bind(buffer);
  }

  @Override
  public void before(int run) {
    if (places.take(run)) {
      primitive.bind(argument, places.taken());
    }
  }
}
