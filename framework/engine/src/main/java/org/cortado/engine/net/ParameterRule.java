package org.cortado.engine.net;

import java.util.Optional;
import org.cortado.engine.definition.Place;

/**
 * What a training settles of parameters that a pattern picks. Of several rules for one parameter
 * the last that says a thing holds.
 *
 * @param match picks the parameters
 * @param lrMult what the net's own multiplier of the learning rate is multiplied by; 0 freezes
 * @param decayMult what the net's own multiplier of the decay is multiplied by
 * @param maxNorm the greatest L2 norm of the weights of one output
 * @param place where it stands
 */
public record ParameterRule(
    ParameterPattern match,
    Optional<Float> lrMult,
    Optional<Float> decayMult,
    Optional<Double> maxNorm,
    Place place) {}
