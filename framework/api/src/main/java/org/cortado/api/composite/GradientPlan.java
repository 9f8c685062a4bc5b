package org.cortado.api.composite;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Decides which gradients flow inside a composite layer, and anew when others are wanted of it.
 *
 * <p>A gradient flows where one comes from above and something below learns by it.
 */
final class GradientPlan {

  private final List<Wire> inputs;
  private final List<PlacedPart> parts;
  private final Set<Wire> fromOutside;
  private final boolean[] wanted;
  private boolean isMade;

  /**
   * Makes one that is decided when it is first followed.
   *
   * @param fromOutside the wires that get a gradient from outside of the layer
   */
  GradientPlan(List<Wire> inputs, List<PlacedPart> parts, Set<Wire> fromOutside) {
    this.inputs = List.copyOf(inputs);
    this.parts = List.copyOf(parts);
    this.fromOutside = Set.copyOf(fromOutside);
    wanted = new boolean[inputs.size()];
  }

  /** Decides for these gradients of the bottoms, unless that was done last time. */
  void follow(boolean[] propagateDown) {
    if (!isMade || !Arrays.equals(wanted, propagateDown)) {
      decide(propagateDown);
      System.arraycopy(propagateDown, 0, wanted, 0, wanted.length);
      isMade = true;
    }
  }

  private void decide(boolean[] propagateDown) {
    for (int i = 0; i < propagateDown.length; i++) {
      inputs.get(i).plan(propagateDown[i], false);
    }
    parts.forEach(part -> part.planUp(fromOutside));
    for (int i = parts.size() - 1; i >= 0; i--) {
      parts.get(i).planDown();
    }
    inputs.forEach(Wire::planSums);
  }
}
