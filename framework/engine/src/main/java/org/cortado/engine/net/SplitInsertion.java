package org.cortado.engine.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cortado.engine.definition.BlobName;
import org.cortado.engine.definition.Inclusion;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.RecordReader;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.LayerDeclaration;

/**
 * Gives each consumer of a blob that has several a top of its own, by a Split whose backward adds
 * the gradients. A loss weight counts as a consumer.
 */
final class SplitInsertion {

  private static final String SPLIT = "Split";

  private final LayerCatalogue catalogue;
  private final RecordReader reader;
  private final Problems problems;
  private final Map<Version, Integer> uses = new HashMap<>();
  private final Map<Version, Integer> handedOut = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  SplitInsertion(LayerCatalogue catalogue, RecordReader reader, Problems problems) {
    this.catalogue = catalogue;
    this.reader = reader;
    this.problems = problems;
  }

  /** Returns the layers, in order, with the splits among them. */
  List<WiredLayer> insert(List<WiredLayer> ordered) {
    ordered.forEach(this::countUses);
    ordered.forEach(layer -> taken.add(layer.name()));
    List<WiredLayer> result = new ArrayList<>();
    for (WiredLayer layer : ordered) {
      addWithSplits(rewired(layer), result);
    }
    return result;
  }

  private void countUses(WiredLayer layer) {
    layer.bottoms().forEach(bottom -> uses.merge(bottom, 1, Integer::sum));
    for (int i = 0; i < layer.tops().size(); i++) {
      if (lossWeight(layer, i) != 0) {
        uses.merge(layer.tops().get(i), 1, Integer::sum);
      }
    }
  }

  private static float lossWeight(WiredLayer layer, int top) {
    return top < layer.lossWeights().size() ? layer.lossWeights().get(top) : 0;
  }

  private WiredLayer rewired(WiredLayer layer) {
    return layer.withBottoms(layer.bottoms().stream().map(this::nextUse).toList());
  }

  private Version nextUse(Version blob) {
    if (!isShared(blob)) {
      return blob;
    }
    int use = handedOut.merge(blob, 1, Integer::sum) - 1;
    return blob.ofBranch(use);
  }

  private boolean isShared(Version blob) {
    return uses.getOrDefault(blob, 0) > 1;
  }

  private String splitName(Version blob) {
    String version = blob.number() == 0 ? "" : "_" + blob.number();
    String name = blob.blob() + version + "_split";
    while (!taken.add(name)) {
      name += "_";
    }
    return name;
  }

  private void addWithSplits(WiredLayer layer, List<WiredLayer> result) {
    List<Float> weights = new ArrayList<>(layer.lossWeights());
    List<WiredLayer> splits = new ArrayList<>();
    for (int i = 0; i < layer.tops().size(); i++) {
      Version top = layer.tops().get(i);
      if (isShared(top)) {
        split(layer, top, lossWeight(layer, i)).ifPresent(splits::add);
        if (i < weights.size()) {
          weights.set(i, 0f);
        }
      }
    }
    result.add(layer.withLossWeights(weights));
    result.addAll(splits);
  }

  private Optional<WiredLayer> split(WiredLayer producer, Version blob, float lossWeight) {
    int tops = uses.getOrDefault(blob, 0);
    List<Version> branches = IntStream.range(0, tops).mapToObj(blob::ofBranch).toList();
    List<Float> weights = new ArrayList<>(Collections.nCopies(tops, 0f));
    if (lossWeight != 0) {
      weights.set(tops - 1, lossWeight);
    }
    return resolve(definition(producer, blob, tops))
        .map(layer -> new WiredLayer(layer, List.of(blob), branches, weights));
  }

  private LayerDefinition definition(WiredLayer producer, Version blob, int tops) {
    LayerDefinition by = producer.layer().definition();
    Place place = by.place();
    String name = splitName(blob);
    return new LayerDefinition(
        name,
        SPLIT,
        List.of(new BlobName(blob.blob(), place)),
        IntStream.range(0, tops).mapToObj(i -> new BlobName(name + "_" + i, place)).toList(),
        Inclusion.ALWAYS,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        MapNode.empty(place),
        place,
        place);
  }

  private Optional<ResolvedLayer> resolve(LayerDefinition split) {
    Optional<LayerDeclaration> declaration = catalogue.find(SPLIT);
    if (declaration.isEmpty()) {
      problems.add(
          split.place(),
          split.subject()
              + "several layers read this blob, but "
              + catalogue.clash(SPLIT).orElse("no plug-in offers a Split layer"));
      return Optional.empty();
    }
    return reader
        .read(split.options(), declaration.get().optionsType(), split.subject(), problems)
        .map(options -> ResolvedLayer.of(split, declaration.get(), options));
  }
}
