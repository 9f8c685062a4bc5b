package org.cortado.api.composite;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;

/** What a composite layer declares of itself, which its parts can bear. */
final class Declaration {

  private final LayerType type;

  /**
   * Reads the declaration of a class.
   *
   * @throws IllegalArgumentException if it promises what parts don't keep
   */
  Declaration(Class<? extends CompositeLayer> layer) {
    type = LayerTraits.declaration(layer);
    LayerTraits traits = LayerTraits.of(type);
    if (traits.inPlaceForward()) {
      throw new IllegalArgumentException(
          layer.getName() + " is made of parts, which can't work in place");
    }
    boolean readsAll =
        traits.backwardReads().containsAll(Set.of(Reads.BOTTOM_DATA, Reads.TOP_DATA));
    if (type.differentiable() && !readsAll) {
      throw new IllegalArgumentException(
          layer.getName()
              + " is made of parts, whose backward may read whatever the layer reads and writes;"
              + " its @LayerType must leave backwardReads out");
    }
  }

  /** Returns the tops that get a gradient from above. */
  Set<Wire> gettingGradient(List<Wire> tops) {
    return IntStream.range(0, tops.size())
        .filter(top -> LayerTraits.givesGradient(type, top))
        .mapToObj(tops::get)
        .collect(Collectors.toSet());
  }
}
