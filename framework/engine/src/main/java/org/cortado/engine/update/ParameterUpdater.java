package org.cortado.engine.update;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Tensor;
import org.cortado.api.update.UpdateRule;
import org.cortado.engine.net.Parameter;

/**
 * Updates the parameters of a net in one pass over their memory, on all threads.
 *
 * <p>Each element of a gradient is divided by {@code iter_size} and clipped, decay is added, and
 * the rule changes the weight. Norms that must be known before take a pass over gradients, and
 * limits to the norms of rows one over the weights that have them.
 *
 * <p>Begins with histories of zeros; updating allocates nothing itself. Equal numbers give equal
 * bits, on any number of threads.
 */
public final class ParameterUpdater implements AutoCloseable {

  private final LearningParameters learning;
  private final UpdateRule rule;
  private final GradientScale scale;
  private final NormPass norms;
  private final Measurement measurement;
  private final UpdatePass pass;
  private final List<RowLimit> limits;
  private double gradientNorm = Double.NaN;

  /** Makes one for those of the parameters that learn, with the multipliers that the net says. */
  public ParameterUpdater(List<Parameter> parameters, UpdateSettings settings, Backend backend) {
    this(parameters, ParameterSettings::of, settings, backend);
  }

  /**
   * Makes one for those of the parameters that learn.
   *
   * @param own what is settled for a parameter of its own
   */
  public ParameterUpdater(
      List<Parameter> parameters,
      Function<Parameter, ParameterSettings> own,
      UpdateSettings settings,
      Backend backend) {
    learning = new LearningParameters(parameters, own, settings, backend);
    rule = settings.rule();
    scale = new GradientScale(settings);
    norms = new NormPass(learning, scale, rule.readsNorms());
    measurement = new Measurement(learning, settings.iterSize());
    pass = new UpdatePass(learning, scale, rule.newUpdate(), measurement);
    limits = learning.rowLimits();
  }

  /**
   * Takes one step along the gradients of all parameters.
   *
   * @param step its number, from 1; a training that is resumed counts on
   */
  public void update(double rate, long step) {
    run(rate, step, false);
  }

  /** Takes one step, and returns what it saw of each parameter that learns. */
  public List<ParameterNorms> measuredUpdate(double rate, long step) {
    run(rate, step, true);
    return measurement.norms();
  }

  private void run(double rate, long step, boolean measured) {
    learning.open();
    if (scale.clipsNorm() || rule.readsNorms()) {
      norms.run();
      gradientNorm = norms.gradient();
      scale.norm(gradientNorm);
    }
    for (int i = 0; i < learning.size(); i++) {
      learning.get(i).begin(rate, rateFactor(i));
    }
    pass.run(step, measured);
    for (int i = 0; i < limits.size(); i++) {
      limits.get(i).apply();
    }
  }

  private double rateFactor(int parameter) {
    return rule.readsNorms()
        ? rule.rateFactor(
            norms.weights(parameter),
            norms.gradient(parameter) * scale.factor(),
            learning.get(parameter).gradientDecay())
        : 1;
  }

  /**
   * Returns the L2 norm of the gradient that the last update clipped, before it did, of what it
   * clips: the mean over {@code iter_size} passes, or the sum. Empty if it had no need to know.
   */
  public OptionalDouble gradientNorm() {
    return Double.isNaN(gradientNorm) ? OptionalDouble.empty() : OptionalDouble.of(gradientNorm);
  }

  /**
   * Returns what is remembered, by parameter and history: {@code conv1.0/mean}. The tensors are the
   * updater's own: to be read, and to be overwritten when a training is resumed.
   */
  public Map<String, Tensor> histories() {
    return learning.histories();
  }

  /** Frees what is remembered. */
  @Override
  public void close() {
    learning.close();
  }
}
