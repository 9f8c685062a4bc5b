package org.cortado.engine.solver;

import java.util.Optional;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.engine.definition.Place;
import org.cortado.engine.net.ParameterPattern;
import org.cortado.engine.net.ParameterRule;

/** What a solver file settles of parameters that a pattern picks. */
public record ParameterOptions(
    @Help("a pattern: conv1.0, conv*, stem/**, {ip1,ip2}; a layer's name picks all of its own")
        String match,
    @Help("whether they stay as they are; false undoes an earlier rule") Optional<Boolean> freeze,
    @Range(min = 0) @Help("what their learning rate is multiplied by, beside the net's lr_mult")
        Optional<Float> lrMult,
    @Range(min = 0) @Help("what their decay is multiplied by, beside the net's decay_mult")
        Optional<Float> decayMult,
    @Range(above = 0) @Help("the greatest L2 norm of the weights of one output")
        Optional<Double> maxNorm) {

  /**
   * Checks that it says something, and nothing twice.
   *
   * @throws InvalidLayerException if it doesn't, or if the pattern is none
   */
  public ParameterOptions {
    ParameterPattern.require(match);
    if (freeze.isPresent() && lrMult.isPresent()) {
      throw new InvalidLayerException(
          "freeze and lr_mult say the same thing of '" + match + "'; leave one of them out");
    }
    if (freeze.isEmpty() && lrMult.isEmpty() && decayMult.isEmpty() && maxNorm.isEmpty()) {
      throw new InvalidLayerException(
          "nothing is said of '" + match + "'; say freeze, lr_mult, decay_mult or max_norm");
    }
  }

  /** Returns the rule for a net, which stands at a place of the solver's file. */
  ParameterRule rule(Place place) {
    return new ParameterRule(
        new ParameterPattern(match),
        freeze.map(frozen -> frozen ? 0f : 1f).or(() -> lrMult),
        decayMult,
        maxNorm,
        place);
  }
}
