package org.cortado.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Pointer;

/** An output that the primitive leaves in the workspace, and that is copied from there. */
final class ReorderedOutput implements Operand {

  private final PreparedPrimitive primitive;
  private final int argument;
  private final Reorder reorder;
  private final int first;
  private final long offset;

  ReorderedOutput(
      PreparedPrimitive primitive, int argument, Reorder reorder, int first, long offset) {
    this.primitive = primitive;
    this.argument = argument;
    this.reorder = reorder;
    this.first = first;
    this.offset = offset;
  }

  @Override
  public void bind(FloatBuffer buffer, boolean add) {
    reorder.to(buffer, first);
  }

  @Override
  public void moved(Workspace workspace) {
    Pointer memory = workspace.at(offset);
    reorder.from(memory);
    reorder.moved(workspace);
    primitive.bind(argument, memory);
  }

  @Override
  public void after() {
    reorder.run();
  }

  @Override
  public void close() {
    reorder.close();
  }
}
