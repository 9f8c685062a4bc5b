package org.cortado.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** A {@link SummedOutput} of a pass of several runs, which are first added up in the workspace. */
final class AccumulatedOutput implements Operand {

  private final SummedOutput ofRun;
  private final long offset;
  private final SummedOutput total;
  private @Nullable Pointer memory;

  /**
   * Prepares the sums.
   *
   * @param ofRun what the primitive leaves in a run, to be added to the total
   * @param offset where in the workspace the total is
   * @param total the total, which goes to the tensor when all parts have run
   */
  AccumulatedOutput(SummedOutput ofRun, long offset, SummedOutput total) {
    this.ofRun = ofRun;
    this.offset = offset;
    this.total = total;
  }

  @Override
  public void bind(FloatBuffer buffer, boolean add) {
    total.bind(buffer, add);
  }

  @Override
  public void moved(Workspace workspace) {
    total.moved(workspace);
    ofRun.moved(workspace); // the later one is what the primitive writes to
    memory = workspace.at(offset);
  }

  @Override
  public void after(int run) {
    Pointer bound = memory;
    if (bound == null) {
      throw new IllegalStateException("the workspace has not been bound");
    }
    ofRun.accumulate(run, bound);
  }

  @Override
  public void last() {
    total.last();
  }

  @Override
  public void close() {
    total.close();
    ofRun.close();
  }
}
