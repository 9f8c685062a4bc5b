package org.cortado.engine.update;

import org.cortado.api.backend.Parallel;

/**
 * Finds the norms that an update needs before it begins.
 *
 * <p>Sums go piece by piece, and pieces are summed in order: their bits don't depend on the number
 * of threads.
 */
final class NormPass implements Pieces.Body {

  private final LearningParameters parameters;
  private final GradientScale scale;
  private final Chunk[] chunks;
  private final boolean ofWeights;
  private final double[] gradients;
  private final double[] weights;
  private final Parallel.Body loop;

  /**
   * Makes one.
   *
   * @param ofWeights whether to find those of weights, too
   */
  NormPass(LearningParameters parameters, GradientScale scale, boolean ofWeights) {
    this.parameters = parameters;
    this.scale = scale;
    this.ofWeights = ofWeights;
    chunks = parameters.chunks();
    Pieces pieces = parameters.pieces();
    gradients = new double[pieces.count()];
    weights = new double[ofWeights ? pieces.count() : 0];
    loop = pieces.loop(this);
  }

  void run() {
    parameters.forEachPiece(loop);
  }

  @Override
  public void run(int worker, int piece, int parameter, int from, int length) {
    Chunk chunk = chunks[worker];
    LearningParameter learning = parameters.get(parameter);
    learning.loadGradient(chunk, from, length);
    scale.begin(chunk.gradient, length);
    gradients[piece] = Squares.sum(chunk.gradient, length);
    if (ofWeights) {
      learning.loadWeights(chunk, from, length);
      weights[piece] = Squares.sum(chunk.weights, length);
    }
  }

  /** Returns the norm of the gradient of all parameters. */
  double gradient() {
    double sum = 0;
    for (double ofPiece : gradients) {
      sum += ofPiece;
    }
    return Math.sqrt(sum);
  }

  double gradient(int parameter) {
    return Math.sqrt(parameters.pieces().sum(gradients, parameter));
  }

  double weights(int parameter) {
    return Math.sqrt(parameters.pieces().sum(weights, parameter));
  }
}
