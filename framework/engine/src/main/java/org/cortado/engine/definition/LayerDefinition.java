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
 * @param inclusion in which states of the net it is
 * @param lossWeights one for each top, or none
 * @param params one for each learned blob, or fewer
 * @param propagateDown one for each bottom, or none
 * @param shares the layer whose learned blobs it uses in place of its own, if it has none
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
    Inclusion inclusion,
    List<Float> lossWeights,
    List<ParameterDefinition> params,
    List<Boolean> propagateDown,
    Optional<String> shares,
    MapNode options,
    Place place,
    Place typePlace) {

  /** The keys that a layer of a file may have. */
  public static final List<String> KEYS =
      List.of(
          "name",
          "type",
          "bottom",
          "top",
          "phase",
          "include",
          "exclude",
          "loss_weight",
          "params",
          "propagate_down",
          "shares",
          "options");

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
        inclusion,
        lossWeights,
        params,
        propagateDown,
        shares,
        options,
        place,
        typePlace);
  }

  /** Returns this definition with another type, or other options. */
  public LayerDefinition as(String otherType, MapNode otherOptions) {
    return new LayerDefinition(
        name,
        otherType,
        bottoms,
        tops,
        inclusion,
        lossWeights,
        params,
        propagateDown,
        shares,
        otherOptions,
        place,
        typePlace);
  }

  /** Returns whether the layer takes part in a net that is built for a state. */
  public boolean isIn(NetState state) {
    return inclusion.admits(state);
  }

  /** Returns whether the layer is in one phase alone, whatever level and stages. */
  public boolean isOnlyFor(Phase phase) {
    return inclusion.isOnlyFor(phase);
  }

  static String subject(String called, String type) {
    return "layer " + called + (type.isEmpty() ? "" : " (" + Words.plain(type) + ")") + ": ";
  }
}
