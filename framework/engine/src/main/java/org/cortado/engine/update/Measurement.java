package org.cortado.engine.update;

import java.util.ArrayList;
import java.util.List;

/** Squares of what an update saw, piece by piece. */
final class Measurement {

  private final LearningParameters parameters;
  private final int passes;
  private final double[] weights;
  private final double[] gradients;
  private final double[] updates;

  /**
   * Makes one.
   *
   * @param passes over how many passes gradients are added up
   */
  Measurement(LearningParameters parameters, int passes) {
    this.parameters = parameters;
    this.passes = passes;
    int count = parameters.pieces().count();
    weights = new double[count];
    gradients = new double[count];
    updates = new double[count];
  }

  /** Takes a piece as it was loaded. */
  void before(Chunk chunk, int piece, int length) {
    weights[piece] = Squares.sum(chunk.weights, length);
    gradients[piece] = Squares.sum(chunk.gradient, length);
    System.arraycopy(chunk.weights, 0, chunk.before, 0, length);
  }

  /** Takes the same piece as it will be stored. */
  void after(Chunk chunk, int piece, int length) {
    for (int i = 0; i < length; i++) {
      chunk.before[i] -= chunk.weights[i];
    }
    updates[piece] = Squares.sum(chunk.before, length);
  }

  /** Returns the norms of all parameters. */
  List<ParameterNorms> norms() {
    List<ParameterNorms> norms = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      norms.add(
          new ParameterNorms(
              parameters.get(i).key(),
              norm(weights, i),
              norm(gradients, i) / passes,
              norm(updates, i)));
    }
    return norms;
  }

  private double norm(double[] squares, int parameter) {
    return Math.sqrt(parameters.pieces().sum(squares, parameter));
  }
}
