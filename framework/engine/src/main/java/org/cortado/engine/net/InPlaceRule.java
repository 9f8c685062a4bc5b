package org.cortado.engine.net;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.api.LayerTraits;
import org.cortado.api.Reads;
import org.cortado.engine.definition.Problems;

/** Refuses to let a layer work in place where that would spoil its own or another's gradient. */
final class InPlaceRule {

  private final List<WiredLayer> layers;
  private final Map<String, NetLayer> built;
  private final Problems problems;
  private final Contents contents;
  private final boolean gradientsWanted;

  /**
   * Prepares the rule.
   *
   * @param layers in order, before splits were inserted
   * @param built the same layers as far as they could be made, with their gradients planned
   * @param gradientsWanted whether the backward passes that are planned are there to be run
   */
  InPlaceRule(
      List<WiredLayer> layers,
      Map<String, NetLayer> built,
      boolean gradientsWanted,
      Problems problems) {
    this.layers = layers;
    this.built = built;
    this.gradientsWanted = gradientsWanted;
    this.problems = problems;
    contents = new Contents(layers);
  }

  void apply() {
    for (WiredLayer layer : layers) {
      for (Version bottom : layer.bottoms()) {
        if (Contents.overwrites(layer, bottom) && !layer.layer().isBroken()) {
          check(layer, bottom);
        }
      }
    }
  }

  private void check(WiredLayer layer, Version bottom) {
    LayerTraits traits = layer.layer().traits();
    if (!traits.inPlaceForward() || !overwritesItsFirstBottom(layer, bottom)) {
      refuse(layer, bottom, "it needs both its bottom and its top");
      return;
    }
    if (!traits.inPlace()) {
      running(layer).ifPresent(runs -> confineToForward(layer, bottom, runs));
    }
    for (WiredLayer writer : contents.writers(bottom)) {
      refuseIfReading(layer, bottom, writer, Reads.TOP_DATA);
    }
    if (!traits.keepsSigns()) {
      refuseIfSignsAreRead(layer, bottom);
    }
    for (WiredLayer reader : contents.readers(bottom, layer)) {
      refuseIfReading(layer, bottom, reader, Reads.BOTTOM_DATA);
    }
  }

  /** A layer that kept the signs may stand between those who read them and this one. */
  private void refuseIfSignsAreRead(WiredLayer layer, Version bottom) {
    for (WiredLayer writer : contents.writers(bottom)) {
      refuseIfReading(layer, bottom, writer, Reads.TOP_SIGN);
      for (Version before : writer.bottoms()) {
        if (Contents.overwrites(writer, before) && writer.layer().traits().keepsSigns()) {
          refuseIfSignsAreRead(layer, before);
        }
      }
    }
  }

  private void confineToForward(WiredLayer layer, Version bottom, NetLayer runs) {
    if (gradientsWanted) {
      refuse(
          layer,
          bottom,
          "its gradient needs what it would overwrite, so it may only where no gradient is wanted");
    } else {
      runs.runForwardOnly();
    }
  }

  private static boolean overwritesItsFirstBottom(WiredLayer layer, Version bottom) {
    return layer.bottoms().indexOf(bottom) == 0
        && layer.bottoms().lastIndexOf(bottom) == 0
        && layer.tops().get(0).blob().equals(bottom.blob());
  }

  private void refuseIfReading(WiredLayer layer, Version bottom, WiredLayer other, Reads what) {
    if (running(other).isPresent() && other.layer().traits().backwardReads().contains(what)) {
      refuse(
          layer,
          bottom,
          "backward of layer '%s' (%s) reads what it would overwrite"
              .formatted(other.name(), other.layer().declaration().name()));
    }
  }

  /** Returns the layer if it could be made and has a part in the backward sweep. */
  private Optional<NetLayer> running(WiredLayer layer) {
    return Optional.ofNullable(built.get(layer.name())).filter(NetLayer::runsBackward);
  }

  private void refuse(WiredLayer layer, Version bottom, String why) {
    problems.add(
        layer.layer().definition().place(),
        layer.layer().definition().subject()
            + "can't work in place on '%s': %s; give the top a name of its own"
                .formatted(bottom.blob(), why));
  }
}
