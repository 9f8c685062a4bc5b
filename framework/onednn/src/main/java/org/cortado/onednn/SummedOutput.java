package org.cortado.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Pointer;

/**
 * An output that every part leaves in its workspace, and that is copied or added from there when
 * all parts have run, one after the other.
 */
final class SummedOutput implements Operand {

  private final PreparedPrimitive primitive;
  private final int argument;
  private final Reorder copy;
  private final Reorder sum;
  private final long offset;
  private Reorder chosen;

  SummedOutput(PreparedPrimitive primitive, int argument, Reorder copy, Reorder sum, long offset) {
    this.primitive = primitive;
    this.argument = argument;
    this.copy = copy;
    this.sum = sum;
    this.offset = offset;
    chosen = copy;
  }

  @Override
  public void bind(FloatBuffer buffer, boolean add) {
    chosen = add ? sum : copy;
    chosen.to(buffer, 0);
  }

  @Override
  public void moved(Workspace workspace) {
    Pointer memory = workspace.at(offset);
    copy.from(memory);
    copy.moved(workspace);
    sum.from(memory);
    sum.moved(workspace);
    primitive.bind(argument, memory);
  }

  /** Adds what the primitive left to a total in the workspace, or begins it at the first run. */
  void accumulate(int run, Pointer runningTotal) {
    Reorder reorder = run == 0 ? copy : sum;
    reorder.to(runningTotal);
    reorder.run();
  }

  @Override
  public void last() {
    chosen.run();
  }

  @Override
  public void close() {
    sum.close();
    copy.close();
  }
}
