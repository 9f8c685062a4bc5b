package org.cortado.engine.definition;

import java.util.Optional;

/**
 * What a file says of one learned blob of a layer.
 *
 * @param name the name by which layers share it
 * @param lrMult what the learning rate is multiplied by, if the file says it
 * @param decayMult what the weight decay is multiplied by, if the file says it
 * @param filler what fills it, in place of the layer's own choice; yet to be read
 * @param place where it stands
 */
public record ParameterDefinition(
    Optional<String> name,
    Optional<Float> lrMult,
    Optional<Float> decayMult,
    Optional<Node> filler,
    Place place) {}
