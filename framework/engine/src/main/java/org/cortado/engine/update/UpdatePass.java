package org.cortado.engine.update;

import org.cortado.api.backend.Parallel;
import org.cortado.api.update.Update;

/** Takes a step with all parameters, in one pass over their memory. */
final class UpdatePass implements Pieces.Body {

  private final LearningParameters parameters;
  private final GradientScale scale;
  private final Update update;
  private final Measurement measurement;
  private final Chunk[] chunks;
  private final Parallel.Body loop;
  private boolean measuring;

  UpdatePass(
      LearningParameters parameters, GradientScale scale, Update update, Measurement measurement) {
    this.parameters = parameters;
    this.scale = scale;
    this.update = update;
    this.measurement = measurement;
    chunks = parameters.chunks();
    loop = parameters.pieces().loop(this);
  }

  /**
   * Takes the step.
   *
   * @param step its number, from 1
   * @param measured whether to measure on the way
   */
  void run(long step, boolean measured) {
    update.begin(step);
    measuring = measured;
    parameters.forEachPiece(loop);
  }

  @Override
  public void run(int worker, int piece, int parameter, int from, int length) {
    Chunk chunk = chunks[worker];
    LearningParameter learning = parameters.get(parameter);
    learning.load(chunk, from, length);
    if (measuring) {
      measurement.before(chunk, piece, length);
    }
    scale.begin(chunk.gradient, length);
    scale.end(chunk.gradient, length);
    learning.change(chunk, update, length);
    if (measuring) {
      measurement.after(chunk, piece, length);
    }
    learning.store(chunk, from, length);
  }
}
