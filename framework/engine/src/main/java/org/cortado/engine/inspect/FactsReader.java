package org.cortado.engine.inspect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cortado.engine.definition.BlobName;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.ParameterDefinition;
import org.cortado.engine.definition.RecordReader;
import org.cortado.engine.definition.StateRule;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.LayerDeclaration;

/** Brings what files say of layers into a form in which equal layers are equal. */
final class FactsReader {

  private final LayerCatalogue catalogue;
  private final RecordReader reader;

  FactsReader(LayerCatalogue catalogue) {
    this.catalogue = catalogue;
    reader = new RecordReader(catalogue.variants(), Path.of(""));
  }

  LayerFacts read(LayerDefinition layer) {
    Map<String, String> settings = new TreeMap<>();
    Optional<LayerDeclaration> declaration = catalogue.find(layer.type());
    MapNode options =
        declaration
            .map(known -> reader.expand(layer.options(), known.optionsType()))
            .orElse(layer.options());
    settings.putAll(FlatOptions.of("options", options));
    addRules("include", layer.inclusion().include(), settings);
    addRules("exclude", layer.inclusion().exclude(), settings);
    lossWeights(layer, declaration).ifPresent(weights -> settings.put("loss_weight", weights));
    if (!layer.propagateDown().isEmpty()) {
      settings.put("propagate_down", layer.propagateDown().toString());
    }
    layer.shares().ifPresent(owner -> settings.put("shares", owner));
    for (int i = 0; i < layer.params().size(); i++) {
      add("params." + i, layer.params().get(i), settings);
    }
    return new LayerFacts(
        layer.name(), layer.type(), names(layer.bottoms()), names(layer.tops()), settings);
  }

  private static List<String> names(List<BlobName> blobs) {
    return blobs.stream().map(BlobName::name).toList();
  }

  private static void addRules(String key, List<StateRule> rules, Map<String, String> settings) {
    if (!rules.isEmpty()) {
      settings.put(key, rules.stream().map(StateRule::toString).sorted().toList().toString());
    }
  }

  /** A loss counts once unless its file says otherwise; whatever else doesn't count. */
  private static Optional<String> lossWeights(
      LayerDefinition layer, Optional<LayerDeclaration> declaration) {
    boolean loss = declaration.filter(known -> known.type().loss()).isPresent();
    List<Float> usual = new ArrayList<>();
    for (int top = 0; top < layer.tops().size(); top++) {
      usual.add(loss && top == 0 ? 1f : 0f);
    }
    return Optional.of(layer.lossWeights())
        .filter(stated -> !stated.isEmpty() && !stated.equals(usual))
        .map(List::toString);
  }

  private static void add(
      String path, ParameterDefinition parameter, Map<String, String> settings) {
    parameter.name().ifPresent(name -> settings.put(path + ".name", name));
    addMultiplier(path + ".lr_mult", parameter.lrMult(), settings);
    addMultiplier(path + ".decay_mult", parameter.decayMult(), settings);
    parameter.filler().ifPresent(node -> settings.putAll(FlatOptions.of(path + ".filler", node)));
  }

  private static void addMultiplier(
      String key, Optional<Float> multiplier, Map<String, String> settings) {
    multiplier.filter(stated -> stated != 1).ifPresent(stated -> settings.put(key, "" + stated));
  }
}
