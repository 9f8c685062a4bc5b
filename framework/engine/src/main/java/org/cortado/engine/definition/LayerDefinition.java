package org.cortado.engine.definition;

import java.util.List;
import java.util.Optional;
import org.cortado.api.Phase;

/**
 * What a file says of one layer.
 *
 * @param name the name
 * @param type the type's name; empty where the file has none, which is a problem already
 * @param bottoms the blobs it reads
 * @param tops the blobs it writes; one of the layer's name where the file says nothing
 * @param phase the phase that it is in, if it isn't in both
 * @param lossWeights one for each top, or none
 * @param params one for each learned blob, or fewer
 * @param propagateDown one for each bottom, or none
 * @param options the options of its type, yet to be read; placed at the layer's start, where a
 *     missing one is reported
 * @param place where the layer starts
 * @param typePlace where its type stands
 */
public record LayerDefinition(
    String name,
    String type,
    List<BlobName> bottoms,
    List<BlobName> tops,
    Optional<Phase> phase,
    List<Float> lossWeights,
    List<ParameterDefinition> params,
    List<Boolean> propagateDown,
    MapNode options,
    Place place,
    Place typePlace) {

  /** Copies the lists. */
  public LayerDefinition {
    bottoms = List.copyOf(bottoms);
    tops = List.copyOf(tops);
    lossWeights = List.copyOf(lossWeights);
    params = List.copyOf(params);
    propagateDown = List.copyOf(propagateDown);
  }

  /** Returns what messages about the layer begin with: {@code layer 'conv1' (Convolution): }. */
  public String subject() {
    return subject(Words.quoted(name), type);
  }

  /** Returns whether the file is silent about the tops. */
  public boolean topsAreDefault() {
    return tops.equals(List.of(new BlobName(name, place)));
  }

  /** Returns this definition with no tops. */
  public LayerDefinition withoutTops() {
    return new LayerDefinition(
        name,
        type,
        bottoms,
        List.of(),
        phase,
        lossWeights,
        params,
        propagateDown,
        options,
        place,
        typePlace);
  }

  /** Returns whether the layer takes part in a phase. */
  public boolean isIn(Phase asked) {
    return phase.isEmpty() || phase.get() == asked;
  }

  static String subject(String called, String type) {
    return "layer " + called + (type.isEmpty() ? "" : " (" + Words.plain(type) + ")") + ": ";
  }
}
