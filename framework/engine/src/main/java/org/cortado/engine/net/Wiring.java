package org.cortado.engine.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cortado.engine.definition.BlobName;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.Spelling;

/** Connects bottoms with the tops of the same name. */
final class Wiring {

  private final List<ResolvedLayer> layers;
  private final Set<String> namesOfOtherPhase;
  private final Problems problems;
  private final Map<String, BlobChain> chains = new LinkedHashMap<>();

  /**
   * Prepares to wire the layers of a phase.
   *
   * @param layers in file order
   * @param namesOfOtherPhase the tops that only layers of another phase produce
   */
  Wiring(List<ResolvedLayer> layers, Set<String> namesOfOtherPhase, Problems problems) {
    this.layers = layers;
    this.namesOfOtherPhase = namesOfOtherPhase;
    this.problems = problems;
  }

  List<WiredLayer> wire() {
    for (int i = 0; i < layers.size(); i++) {
      noteTops(i);
    }
    List<WiredLayer> wired = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      wired.add(wire(i));
    }
    return wired;
  }

  private void noteTops(int layer) {
    for (BlobName top : layers.get(layer).definition().tops()) {
      BlobChain chain = chain(top.name());
      if (reads(layer, top.name())) {
        chain.workInPlace(layer);
      } else if (!chain.produce(layer)) {
        problems.add(top.place(), producedTwice(layer, top.name(), chain.producer()));
      }
    }
  }

  private BlobChain chain(String blob) {
    return chains.computeIfAbsent(blob, BlobChain::new);
  }

  private boolean reads(int layer, String blob) {
    return layers.get(layer).definition().bottoms().stream()
        .anyMatch(bottom -> bottom.name().equals(blob));
  }

  private String producedTwice(int layer, String blob, int first) {
    return layers.get(layer).definition().subject()
        + "top '%s' is already produced by layer '%s' at %s"
            .formatted(blob, layers.get(first).name(), layers.get(first).definition().place());
  }

  private WiredLayer wire(int layer) {
    ResolvedLayer resolved = layers.get(layer);
    List<Version> bottoms =
        resolved.definition().bottoms().stream().map(bottom -> read(layer, bottom)).toList();
    List<Version> tops =
        resolved.definition().tops().stream()
            .map(top -> chain(top.name()).writtenBy(layer))
            .toList();
    return new WiredLayer(resolved, bottoms, tops, lossWeights(resolved));
  }

  private Version read(int layer, BlobName bottom) {
    BlobChain chain = chain(bottom.name());
    if (!chain.isProduced()) {
      problems.add(
          bottom.place(),
          layers.get(layer).definition().subject()
              + "bottom '"
              + bottom.name()
              + "' is produced by no layer"
              + hint(bottom.name()));
    }
    return chain.readBy(layer);
  }

  private String hint(String missing) {
    if (namesOfOtherPhase.contains(missing)) {
      return " of this phase, only by one of the other";
    }
    List<String> produced =
        chains.entrySet().stream()
            .filter(chain -> chain.getValue().isProduced())
            .map(Map.Entry::getKey)
            .toList();
    return Spelling.suggestion(missing, produced);
  }

  private static List<Float> lossWeights(ResolvedLayer layer) {
    List<Float> stated = layer.definition().lossWeights();
    if (!stated.isEmpty()) {
      return stated;
    }
    List<Float> weights =
        new ArrayList<>(Collections.nCopies(layer.definition().tops().size(), 0f));
    if (!layer.isBroken() && layer.declaration().type().loss() && !weights.isEmpty()) {
      weights.set(0, 1f);
    }
    return weights;
  }
}
