package org.cortado.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Pointer;

/** An output that the primitive leaves in the workspace, and that is copied from there. */
final class ReorderedOutput implements Operand {

  private final PreparedPrimitive primitive;
  private final int argument;
  private final Reorder reorder;
  private final Places places;
  private final long offset;

  ReorderedOutput(
      PreparedPrimitive primitive, int argument, Reorder reorder, Places places, long offset) {
    this.primitive = primitive;
    this.argument = argument;
    this.reorder = reorder;
    this.places = places;
    this.offset = offset;
  }

  @Override
  public void bind(FloatBuffer buffer, boolean add) {
    places.bind(buffer);
  }

  @Override
  public void moved(Workspace workspace) {
    Pointer memory = workspace.at(offset);
    reorder.from(memory);
    reorder.moved(workspace);
    primitive.bind(argument, memory);
  }

  @Override
  public void after(int run) {
    if (places.take(run)) {
      reorder.to(places.taken());
    }
    reorder.run();
  }

  @Override
  public void close() {
    reorder.close();
  }
}
