package org.cortado.engine.solver;

import java.nio.FloatBuffer;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Memory;
import org.cortado.engine.net.Parameter;

/** A parameter with what the update rule remembers of it. */
final class LearningParameter implements Parallel.Body, AutoCloseable {

  private static final int GRAIN = 8 * Chunk.LENGTH;

  private final Parameter parameter;
  private final UpdateRule rule;
  private final Regularizer regularizer;
  private final Chunk[] chunks;
  private final Memory.Allocation memory;
  private final FloatBuffer history;
  private FloatBuffer weights;
  private FloatBuffer gradient;
  private float rate;
  private float decay;

  /**
   * Three arrays that stay in the nearest cache while a piece of a parameter goes through them.
   *
   * <p>One for each thread; all parameters share them.
   */
  static final class Chunk {

    private static final int LENGTH = 2048;

    private final float[] weights = new float[LENGTH];
    private final float[] gradient = new float[LENGTH];
    private final float[] history = new float[LENGTH];
  }

  LearningParameter(
      Parameter parameter,
      UpdateRule rule,
      Regularizer regularizer,
      Memory.Allocation history,
      Chunk[] chunks) {
    this.parameter = parameter;
    this.rule = rule;
    this.regularizer = regularizer;
    this.chunks = chunks;
    this.memory = history;
    this.history = history.floats();
    weights = this.history;
    gradient = this.history;
  }

  /** Follows the gradient one step; the rate and the decay are those of the net. */
  void update(Parallel parallel, double netRate, float netDecay) {
    weights = parameter.blob().data().update();
    gradient = parameter.blob().diff().read();
    rate = (float) (netRate * parameter.lrMult());
    decay = netDecay * parameter.decayMult();
    parallel.forEach(parameter.blob().count(), GRAIN, this);
  }

  @Override
  public void run(int worker, int from, int to) {
    for (int at = from; at < to; at += Chunk.LENGTH) {
      update(chunks[worker], at, Math.min(Chunk.LENGTH, to - at));
    }
  }

  private void update(Chunk chunk, int at, int length) {
    weights.get(at, chunk.weights, 0, length);
    gradient.get(at, chunk.gradient, 0, length);
    history.get(at, chunk.history, 0, length);
    if (decay != 0) {
      regularizer.addTo(chunk.gradient, chunk.weights, decay, length);
    }
    rule.update(chunk.weights, chunk.gradient, chunk.history, rate, length);
    weights.put(at, chunk.weights, 0, length);
    history.put(at, chunk.history, 0, length);
  }

  @Override
  public void close() {
    memory.close();
  }
}
