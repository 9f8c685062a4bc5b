package org.cortado.engine.net;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.engine.definition.Problems;

/**
 * Decides which gradients run: down from the losses, stopping where nothing below learns.
 *
 * <p>As in Caffe, {@code propagate_down} forces or cuts the gradient of one bottom, and {@code
 * force_backward} asks for that of every blob that can take one.
 */
final class GradientPlan {

  private final List<NetLayer> layers;
  private final Set<String> learning;
  private final Set<String> roots;
  private final boolean force;
  private final Set<Version> wanted = new HashSet<>();
  private final Set<Version> fed = new HashSet<>();

  /**
   * Prepares the plan.
   *
   * @param layers in order, splits included
   * @param learning the names of the layers with parameters that learn
   * @param roots the names of blobs whose diff the caller writes
   * @param force whether every gradient that can run shall run
   */
  GradientPlan(List<NetLayer> layers, Set<String> learning, Set<String> roots, boolean force) {
    this.layers = layers;
    this.learning = learning;
    this.roots = roots;
    this.force = force;
  }

  void decide(Problems problems) {
    layers.forEach(this::noteWanted);
    for (int i = layers.size() - 1; i >= 0; i--) {
      decide(layers.get(i), problems);
    }
  }

  private void noteWanted(NetLayer layer) {
    boolean[] flags = flags(layer);
    boolean any = learning.contains(layer.name());
    for (boolean flag : flags) {
      any |= flag;
    }
    for (int top = 0; any && top < layer.wired().tops().size(); top++) {
      if (givesGradient(layer, top)) {
        wanted.add(layer.wired().tops().get(top));
      }
    }
    layer.planBackward(any, flags);
  }

  private boolean[] flags(NetLayer layer) {
    List<Version> bottoms = layer.wired().bottoms();
    List<Boolean> stated = layer.definition().propagateDown();
    boolean[] flags = new boolean[bottoms.size()];
    for (int i = 0; i < flags.length; i++) {
      boolean byDefault = force || wanted.contains(bottoms.get(i));
      flags[i] = canTakeGradient(layer, i) && (i < stated.size() ? stated.get(i) : byDefault);
    }
    return flags;
  }

  private static boolean canTakeGradient(NetLayer layer, int bottom) {
    return LayerTraits.takesGradient(layer.declaration(), bottom, layer.bottoms().size());
  }

  private static boolean givesGradient(NetLayer layer, int top) {
    return IntStream.of(layer.declaration().noGradientTops()).noneMatch(each -> each == top);
  }

  private void decide(NetLayer layer, Problems problems) {
    boolean runs = layer.runsBackward() && isFed(layer);
    LayerType type = layer.declaration();
    if (runs && !type.differentiable() && !force) {
      problems.add(
          layer.definition().place(),
          layer.definition().subject()
              + "has no backward pass, but the gradient of a loss would run through it;"
              + " say propagate_down: false to cut it");
    }
    runs &= type.differentiable();
    boolean[] flags = runs ? layer.propagateDown() : new boolean[layer.bottoms().size()];
    for (int i = 0; i < flags.length; i++) {
      if (flags[i]) {
        fed.add(layer.wired().bottoms().get(i));
      }
    }
    layer.planBackward(runs, flags);
    for (int top = 0; top < layer.tops().size(); top++) {
      layer.planTop(top, gradient(layer, top));
    }
  }

  private boolean isFed(NetLayer layer) {
    return IntStream.range(0, layer.tops().size()).anyMatch(top -> isFed(layer, top));
  }

  private boolean isFed(NetLayer layer, int top) {
    Version version = layer.wired().tops().get(top);
    return givesGradient(layer, top)
        && (layer.lossWeights().get(top) != 0 || isWrittenFromAbove(version));
  }

  private boolean isWrittenFromAbove(Version version) {
    return isRoot(version) || fed.contains(version);
  }

  private boolean isRoot(Version version) {
    return !version.isBranch() && roots.contains(version.blob());
  }

  private TopGradient gradient(NetLayer layer, int top) {
    Version version = layer.wired().tops().get(top);
    if (layer.lossWeights().get(top) != 0) {
      return isRoot(version) ? TopGradient.LOSS_AND_CALLER : TopGradient.LOSS;
    }
    return isWrittenFromAbove(version) ? TopGradient.FROM_ABOVE : TopGradient.NONE;
  }
}
