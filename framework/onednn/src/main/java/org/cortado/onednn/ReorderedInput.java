package org.cortado.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Pointer;

/** An input that is brought into the primitive's layout, in the workspace, before it runs. */
final class ReorderedInput implements Operand {

  private final PreparedPrimitive primitive;
  private final int argument;
  private final Reorder reorder;
  private final int first;
  private final long offset;

  ReorderedInput(
      PreparedPrimitive primitive, int argument, Reorder reorder, int first, long offset) {
    this.primitive = primitive;
    this.argument = argument;
    this.reorder = reorder;
    this.first = first;
    this.offset = offset;
  }

  @Override
  public void bind(FloatBuffer buffer, boolean add) {
    reorder.from(buffer, first);
  }

  @Override
  public void moved(Workspace workspace) {
    Pointer memory = workspace.at(offset);
    reorder.to(memory);
    reorder.moved(workspace);
    primitive.bind(argument, memory);
  }

  @Override
  public void before() {
    reorder.run();
  }

  @Override
  public void close() {
    reorder.close();
  }
}
