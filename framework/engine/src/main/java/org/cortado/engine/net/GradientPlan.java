package org.cortado.engine.net;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortado.api.LayerTraits;
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
    BottomGradient[] bottoms = bottoms(layer);
    boolean any =
        learning.contains(layer.name()) || Stream.of(bottoms).anyMatch(BottomGradient::runs);
    for (int top = 0; any && top < layer.wired().tops().size(); top++) {
      if (givesGradient(layer, top)) {
        wanted.add(layer.wired().tops().get(top));
      }
    }
    layer.backwardPart().plan(any ? LayerGradient.RUNS : LayerGradient.NOT_WANTED, bottoms);
  }

  private BottomGradient[] bottoms(NetLayer layer) {
    BottomGradient[] bottoms = new BottomGradient[layer.bottoms().size()];
    Arrays.setAll(bottoms, i -> bottom(layer, i));
    return bottoms;
  }

  private BottomGradient bottom(NetLayer layer, int bottom) {
    List<Boolean> stated = layer.definition().propagateDown();
    if (!canTakeGradient(layer, bottom)) {
      return BottomGradient.NOT_TAKEN;
    }
    if (bottom < stated.size()) {
      return stated.get(bottom) ? BottomGradient.ASKED : BottomGradient.CUT;
    }
    if (force) {
      return BottomGradient.FORCED;
    }
    return wanted.contains(layer.wired().bottoms().get(bottom))
        ? BottomGradient.WANTED
        : BottomGradient.NOT_WANTED;
  }

  private static boolean canTakeGradient(NetLayer layer, int bottom) {
    return LayerTraits.takesGradient(layer.declaration(), bottom, layer.bottoms().size());
  }

  private static boolean givesGradient(NetLayer layer, int top) {
    return IntStream.of(layer.declaration().noGradientTops()).noneMatch(each -> each == top);
  }

  private void decide(NetLayer layer, Problems problems) {
    LayerGradient gradient = gradient(layer);
    if (gradient == LayerGradient.NOT_DIFFERENTIABLE && !force) {
      problems.add(
          layer.definition().place(),
          layer.definition().subject()
              + "has no backward pass, but the gradient of a loss would run through it;"
              + " say propagate_down: false to cut it");
    }
    BottomGradient[] bottoms = layer.bottomGradients().toArray(BottomGradient[]::new);
    for (int i = 0; i < bottoms.length; i++) {
      if (bottoms[i].runs() && gradient.runs()) {
        fed.add(layer.wired().bottoms().get(i));
      } else if (bottoms[i].runs()) {
        bottoms[i] = BottomGradient.STOPPED;
      }
    }
    layer.backwardPart().plan(gradient, bottoms);
    for (int top = 0; top < layer.tops().size(); top++) {
      layer.backwardPart().planTop(top, gradient(layer, top));
    }
  }

  private LayerGradient gradient(NetLayer layer) {
    if (!layer.runsBackward()) {
      return LayerGradient.NOT_WANTED;
    }
    if (!isFed(layer)) {
      return LayerGradient.NOT_FED;
    }
    return layer.declaration().differentiable()
        ? LayerGradient.RUNS
        : LayerGradient.NOT_DIFFERENTIABLE;
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
