package org.cortado.engine.net;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows which versions of blobs are the same values in the same memory, and who meets them.
 *
 * <p>Those of a layer that shares data are its bottom's; those of any other layer are new.
 */
final class Contents {

  private final List<WiredLayer> layers;
  private final Map<Version, WiredLayer> producers = new HashMap<>();
  private final Map<Version, Version> origins = new HashMap<>();

  Contents(List<WiredLayer> layers) {
    this.layers = layers;
    layers.forEach(layer -> layer.tops().forEach(top -> producers.putIfAbsent(top, layer)));
  }

  /** Returns the layers that must have run before a layer may. */
  Set<WiredLayer> mustPrecede(WiredLayer layer) {
    Set<WiredLayer> first = new LinkedHashSet<>();
    for (Version bottom : layer.bottoms()) {
      WiredLayer producer = producers.get(bottom);
      if (producer != null) {
        first.add(producer);
      }
      if (overwrites(layer, bottom)) {
        first.addAll(readers(bottom, layer));
      }
    }
    return first;
  }

  /** Returns whether a layer works in place on one of its bottoms. */
  static boolean overwrites(WiredLayer layer, Version bottom) {
    return layer.tops().stream()
        .anyMatch(top -> top.blob().equals(bottom.blob()) && top.number() == bottom.number() + 1);
  }

  /** Returns the other layers that read the values of a version. */
  Set<WiredLayer> readers(Version version, WiredLayer except) {
    Version origin = origin(version);
    Set<WiredLayer> readers = new LinkedHashSet<>();
    for (WiredLayer layer : layers) {
      if (!layer.equals(except)
          && layer.bottoms().stream().map(this::origin).anyMatch(origin::equals)) {
        readers.add(layer);
      }
    }
    return readers;
  }

  /** Returns the layers that have the values of a version among their tops. */
  Set<WiredLayer> writers(Version version) {
    Version origin = origin(version);
    Set<WiredLayer> writers = new LinkedHashSet<>();
    producers.forEach(
        (written, layer) -> {
          if (origin(written).equals(origin)) {
            writers.add(layer);
          }
        });
    return writers;
  }

  /** Returns whether a layer that takes nothing from the net makes the values of a version. */
  boolean isFromOutside(Version version) {
    WiredLayer producer = producers.get(origin(version));
    return producer == null || producer.bottoms().isEmpty();
  }

  /** Returns the version that the values of another were made as. */
  Version origin(Version version) {
    Version known = origins.get(version);
    if (known == null) {
      known = findOrigin(version);
      origins.put(version, known);
    }
    return known;
  }

  private Version findOrigin(Version version) {
    Set<Version> seen = new LinkedHashSet<>();
    Version at = version;
    WiredLayer producer = producers.get(at);
    while (producer != null && producer.layer().sharesData() && seen.add(at)) {
      at = producer.bottoms().get(0);
      producer = producers.get(at);
    }
    return at;
  }
}
