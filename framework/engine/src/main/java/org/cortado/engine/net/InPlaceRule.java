package org.cortado.engine.net;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Set<String> granted = new HashSet<>();

  /**
   * Prepares the rule.
   *
   * @param layers in order
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
    if (!gradientsWanted && !traits.inPlace()) {
      running(layer).ifPresent(runs -> runs.runForwardOnly("works in place"));
    }
    objections(layer, bottom).forEach(why -> refuse(layer, bottom, why));
  }

  /**
   * Lets a layer work in place on its first bottom, as if the file said so, unless that would spoil
   * a gradient that is wanted.
   *
   * @return whether it may
   */
  boolean grant(WiredLayer layer) {
    return (!gradientsWanted || spoilsNothing(layer)) && granted.add(layer.name());
  }

  /** Signs that this layer keeps would be lost if the file lets another overwrite its top. */
  private boolean spoilsNothing(WiredLayer layer) {
    Version bottom = layer.bottoms().get(0);
    List<String> readers = new ArrayList<>();
    objectIfSignsAreRead(bottom, readers);
    return objections(layer, bottom).isEmpty()
        && (readers.isEmpty() || !isOverwritten(layer.tops().get(0)));
  }

  private boolean isOverwritten(Version version) {
    Version origin = contents.origin(version);
    return layers.stream()
        .flatMap(
            layer -> layer.bottoms().stream().filter(bottom -> Contents.overwrites(layer, bottom)))
        .anyMatch(bottom -> contents.origin(bottom).equals(origin));
  }

  /** Returns which gradients would be spoilt if a layer overwrote its first bottom. */
  List<String> objections(WiredLayer layer, Version bottom) {
    List<String> objections = new ArrayList<>();
    LayerTraits traits = layer.layer().traits();
    if (gradientsWanted && !traits.inPlace() && running(layer).isPresent()) {
      objections.add(
          "its gradient needs what it would overwrite,"
              + " so it may only where no gradient is wanted");
    }
    for (WiredLayer writer : contents.writers(bottom)) {
      objectIfReading(writer, Reads.TOP_DATA, objections);
    }
    if (!traits.keepsSigns()) {
      objectIfSignsAreRead(bottom, objections);
    }
    for (WiredLayer reader : contents.readers(bottom, layer)) {
      objectIfReading(reader, Reads.BOTTOM_DATA, objections);
    }
    return objections;
  }

  /** A layer that kept the signs may stand between those who read them and this one. */
  private void objectIfSignsAreRead(Version bottom, List<String> objections) {
    for (WiredLayer writer : contents.writers(bottom)) {
      objectIfReading(writer, Reads.TOP_SIGN, objections);
      for (Version before : writer.bottoms()) {
        if (overwrites(writer, before) && writer.layer().traits().keepsSigns()) {
          objectIfSignsAreRead(before, objections);
        }
      }
    }
  }

  private boolean overwrites(WiredLayer writer, Version bottom) {
    return Contents.overwrites(writer, bottom)
        || (granted.contains(writer.name()) && writer.bottoms().indexOf(bottom) == 0);
  }

  private static boolean overwritesItsFirstBottom(WiredLayer layer, Version bottom) {
    return layer.bottoms().indexOf(bottom) == 0
        && layer.bottoms().lastIndexOf(bottom) == 0
        && layer.tops().get(0).blob().equals(bottom.blob());
  }

  private void objectIfReading(WiredLayer other, Reads what, List<String> objections) {
    if (running(other).isPresent() && other.layer().traits().backwardReads().contains(what)) {
      objections.add(
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
