package org.cortado.engine.update;

import java.util.Optional;
import org.cortado.engine.net.Parameter;

/**
 * How one parameter is updated.
 *
 * @param lrMult what the learning rate is multiplied by; a parameter with 0 doesn't learn
 * @param decayMult what the decay is multiplied by
 * @param maxNorm the greatest L2 norm of a row of its weights, all that belong to one index of axis
 *     0; that of {@link UpdateSettings} if empty
 */
public record ParameterSettings(double lrMult, double decayMult, Optional<Double> maxNorm) {

  /** Returns what the net, and the rules it was built with, say of a parameter. */
  public static ParameterSettings of(Parameter parameter) {
    return new ParameterSettings(parameter.lrMult(), parameter.decayMult(), parameter.maxNorm());
  }
}
