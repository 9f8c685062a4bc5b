package org.cortado.engine.net;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortado.api.LayerTraits;
import org.cortado.api.Reads;

/** Chooses the layers that may overwrite their first bottom although the file doesn't say so. */
final class InPlaceChoice {

  private final List<NetLayer> layers;
  private final Contents contents;
  private final Set<Version> lookedAt;
  private final InPlaceRule rule;

  /**
   * Prepares the choice.
   *
   * @param layers in order, with splits and their gradients planned
   * @param lookedAt what somebody outside the net may read or write
   */
  InPlaceChoice(List<NetLayer> layers, Set<Version> lookedAt, InPlaceRule rule) {
    this.layers = layers;
    this.rule = rule;
    contents = new Contents(layers.stream().map(NetLayer::wired).toList());
    this.lookedAt = lookedAt.stream().map(contents::origin).collect(Collectors.toSet());
  }

  Set<NetLayer> choose() {
    Set<NetLayer> chosen = new LinkedHashSet<>();
    for (int i = 0; i < layers.size(); i++) {
      NetLayer layer = layers.get(i);
      if (isAble(layer) && isLastReader(i) && rule.grant(layer.wired())) {
        chosen.add(layer);
      }
    }
    return chosen;
  }

  private static boolean isAble(NetLayer layer) {
    ResolvedLayer resolved = layer.wired().layer();
    return saves(resolved.traits())
        && !resolved.sharesData()
        && !resolved.asksInPlace()
        && !layer.bottoms().isEmpty()
        && !layer.tops().isEmpty()
        && layer.bottoms().get(0).count() == layer.tops().get(0).count();
  }

  /** A layer that works in place and yet reads its bottom later keeps a copy of it. */
  private static boolean saves(LayerTraits traits) {
    boolean copies = traits.inPlace() && traits.backwardReads().contains(Reads.BOTTOM_DATA);
    return traits.inPlaceForward() && !copies;
  }

  private boolean isLastReader(int position) {
    WiredLayer layer = layers.get(position).wired();
    Version overwritten = contents.origin(layer.bottoms().get(0));
    return !contents.isFromOutside(overwritten)
        && !lookedAt.contains(overwritten)
        && layer.bottoms().stream().skip(1).map(contents::origin).noneMatch(overwritten::equals)
        && layers.subList(position + 1, layers.size()).stream()
            .flatMap(later -> later.wired().bottoms().stream())
            .map(contents::origin)
            .noneMatch(overwritten::equals);
  }
}
