package org.cortado.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Pointer;

/** An input that is brought into the primitive's layout, in the workspace, before it runs. */
final class ReorderedInput implements Operand {

  private final PreparedPrimitive primitive;
  private final int argument;
  private final Reorder reorder;
  private final Places places;
  private final long offset;

  ReorderedInput(
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
    reorder.to(memory);
    reorder.moved(workspace);
    primitive.bind(argument, memory);
  }

  @Override
  public void before(int run) {
    if (places.take(run)) {
      reorder.from(places.taken());
    }
    if (!places.isSameAsBefore(run)) {
      reorder.run();
    }
  }

  @Override
  public void close() {
    reorder.close();
  }
}
