package org.cortado.engine.update;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.cortado.api.update.Update;
import org.cortado.engine.net.Parameter;

/** A parameter that learns, with what the update rule remembers of it. */
final class LearningParameter {

  private final Parameter parameter;
  private final ParameterSettings settings;
  private final Optional<Double> maxNorm;
  private final Regularizer regularizer;
  private final double decay;
  private final boolean decoupled;
  private final Tensor[] histories;
  private final FloatBuffer[] remembered;
  private FloatBuffer weights;
  private FloatBuffer gradient;
  private float rate;
  private float pull;

  /**
   * Makes one.
   *
   * @param histories in the rule's order
   */
  LearningParameter(
      Parameter parameter,
      ParameterSettings settings,
      UpdateSettings update,
      List<Tensor> histories) {
    this.parameter = parameter;
    this.settings = settings;
    maxNorm = settings.maxNorm().or(() -> update.maxNorm().filter(limit -> hasRows()));
    regularizer = update.decay().regularizer();
    decay = update.decay().strength() * settings.decayMult();
    decoupled = update.decouplesDecay();
    this.histories = histories.toArray(Tensor[]::new);
    remembered = new FloatBuffer[this.histories.length];
    weights = blob().data().read();
    gradient = blob().diff().read();
  }

  String key() {
    return parameter.key();
  }

  Blob blob() {
    return parameter.blob();
  }

  private boolean hasRows() {
    return blob().shape().axes() > 1;
  }

  /** Returns the greatest norm of a row. */
  Optional<Double> maxNorm() {
    return maxNorm;
  }

  /** Returns how strongly the gradient is decayed. */
  double gradientDecay() {
    return decoupled ? 0 : decay;
  }

  /** Opens all tensors, before threads go over them. */
  void open() {
    weights = blob().data().update();
    gradient = blob().diff().read();
    for (int i = 0; i < histories.length; i++) {
      remembered[i] = histories[i].update();
    }
  }

  /**
   * Prepares the next step.
   *
   * @param factor what the rate is multiplied by for this parameter, but not that of decoupled
   *     decay
   */
  void begin(double netRate, double factor) {
    double own = netRate * settings.lrMult();
    rate = (float) (own * factor);
    pull = (float) (decoupled ? -own * decay : decay);
  }

  void loadWeights(Chunk chunk, int from, int length) {
    weights.get(from, chunk.weights, 0, length);
  }

  void loadGradient(Chunk chunk, int from, int length) {
    gradient.get(from, chunk.gradient, 0, length);
  }

  void load(Chunk chunk, int from, int length) {
    loadWeights(chunk, from, length);
    loadGradient(chunk, from, length);
    for (int i = 0; i < remembered.length; i++) {
      remembered[i].get(from, chunk.histories[i], 0, length);
    }
  }

  /** Decays and changes what has been loaded. */
  void change(Chunk chunk, Update update, int length) {
    if (pull != 0) {
      float[] drawn = decoupled ? chunk.weights : chunk.gradient;
      regularizer.addTo(drawn, chunk.weights, pull, length);
    }
    update.change(chunk.weights, chunk.gradient, chunk.histories, rate, length);
  }

  void store(Chunk chunk, int from, int length) {
    weights.put(from, chunk.weights, 0, length);
    for (int i = 0; i < remembered.length; i++) {
      remembered[i].put(from, chunk.histories[i], 0, length);
    }
  }
}
