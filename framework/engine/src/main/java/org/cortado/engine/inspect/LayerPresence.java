package org.cortado.engine.inspect;

import org.cortado.engine.definition.Inclusion;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.NetState;
import org.cortado.engine.definition.Place;

/**
 * Whether a layer of a file is in its net, and why.
 *
 * @param name its name
 * @param type its type
 * @param place where it stands, with the uses of the blocks that it stands in
 * @param state what the net is built for
 * @param verdict what its rules say to that
 */
public record LayerPresence(
    String name, String type, Place place, NetState state, Inclusion.Verdict verdict) {

  /** Asks the rules of a layer. */
  public static LayerPresence of(LayerDefinition layer, NetState state) {
    return new LayerPresence(
        layer.name(), layer.type(), layer.place(), state, layer.inclusion().verdict(state));
  }
}
