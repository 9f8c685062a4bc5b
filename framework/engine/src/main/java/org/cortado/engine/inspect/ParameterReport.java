package org.cortado.engine.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cortado.api.blob.Blob;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.ParameterDefinition;
import org.cortado.engine.net.Net;
import org.cortado.engine.net.NetLayer;
import org.cortado.engine.net.Parameter;

/**
 * A learned blob of a layer, or a statistic.
 *
 * @param index its place among the layer's own
 * @param owner the parameter that holds the values: the layer's own, or another's
 * @param ownership how the layer comes by it
 * @param users the other layers that use it
 * @param filler what {@code params} says it is filled by, if it does
 */
public record ParameterReport(
    int index, Parameter owner, Ownership ownership, List<String> users, Optional<Node> filler) {

  /** How a layer comes by a parameter. */
  public enum Ownership {
    /** It is its own. */
    OWN,
    /** The layer says {@code shares}. */
    SHARES,
    /** Another layer's {@code params} gave it the same name before. */
    NAME
  }

  /** Copies the list. */
  public ParameterReport {
    users = List.copyOf(users);
  }

  static List<ParameterReport> of(Net net, NetLayer layer) {
    return IntStream.range(0, layer.layer().parameters().size())
        .mapToObj(index -> of(net, layer, index))
        .toList();
  }

  private static ParameterReport of(Net net, NetLayer layer, int index) {
    Blob blob = layer.layer().parameters().get(index);
    Parameter owner =
        net.parameters().stream()
            .filter(each -> isSame(each.blob(), blob))
            .findFirst()
            .orElseThrow();
    List<String> users = new ArrayList<>();
    for (NetLayer other : net.layers()) {
      if (other != layer && other.layer().parameters().stream().anyMatch(b -> isSame(b, blob))) {
        users.add(other.name());
      }
    }
    List<ParameterDefinition> stated = layer.definition().params();
    return new ParameterReport(
        index,
        owner,
        ownership(layer, owner),
        users,
        index < stated.size() ? stated.get(index).filler() : Optional.empty());
  }

  private static boolean isSame(Blob one, Blob other) {
    return one.data().sharesMemoryWith(other.data());
  }

  private static Ownership ownership(NetLayer layer, Parameter owner) {
    if (owner.layer().equals(layer.name())) {
      return Ownership.OWN;
    }
    return layer.definition().shares().isPresent() ? Ownership.SHARES : Ownership.NAME;
  }
}
