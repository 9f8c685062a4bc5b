package org.cortado.engine.net;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.api.LayerType;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.definition.NetDefinition;
import org.cortado.engine.definition.NetState;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.RecordReader;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.LayerDeclaration;

/** Selects the layers of a state and finds their declarations and options. */
final class LayerResolution {

  private final LayerCatalogue catalogue;
  private final RecordReader reader;
  private final Problems problems;

  LayerResolution(LayerCatalogue catalogue, RecordReader reader, Problems problems) {
    this.catalogue = catalogue;
    this.reader = reader;
    this.problems = problems;
  }

  List<ResolvedLayer> resolve(NetDefinition net, NetState state) {
    requireDistinctNames(net, state);
    List<ResolvedLayer> resolved =
        net.layers().stream()
            .filter(layer -> layer.isIn(state))
            .map(this::withoutNeedlessTop)
            .map(this::resolve)
            .toList();
    return ParameterSharing.resolve(resolved, problems);
  }

  /** Names that meet only by rules that exclude were not seen when the file was read. */
  private void requireDistinctNames(NetDefinition net, NetState state) {
    Map<String, LayerDefinition> taken = new HashMap<>();
    for (LayerDefinition layer : net.layers()) {
      LayerDefinition first = layer.isIn(state) ? taken.putIfAbsent(layer.name(), layer) : null;
      if (first != null && !first.inclusion().overlaps(layer.inclusion())) {
        problems.add(
            layer.place(),
            layer.subject() + "the name is taken by the layer at " + first.place() + ", " + state);
      }
    }
  }

  /** A layer that has no tops isn't given one of its name. */
  private LayerDefinition withoutNeedlessTop(LayerDefinition layer) {
    boolean needless =
        layer.topsAreDefault()
            && catalogue.find(layer.type()).filter(found -> hasNoTops(found.type())).isPresent();
    return needless ? layer.withoutTops() : layer;
  }

  private static boolean hasNoTops(LayerType type) {
    return type.tops() == 0 && (type.maxTops() == 0 || type.maxTops() == LayerType.SAME);
  }

  private ResolvedLayer resolve(LayerDefinition layer) {
    Optional<LayerDeclaration> declaration = catalogue.find(layer.type());
    if (declaration.isEmpty()) {
      reportUnknown(layer);
      return ResolvedLayer.broken(layer, declaration);
    }
    Optional<? extends Record> options =
        reader.read(layer.options(), declaration.get().optionsType(), layer.subject(), problems);
    if (countsFit(layer, declaration.get().type()) && options.isPresent()) {
      return ResolvedLayer.of(layer, declaration.get(), options.get());
    }
    return ResolvedLayer.broken(layer, declaration);
  }

  /** A layer without a type was reported when the file was read. */
  private void reportUnknown(LayerDefinition layer) {
    if (!layer.type().isEmpty()) {
      problems.add(
          layer.typePlace(), "layer '" + layer.name() + "': " + catalogue.unknown(layer.type()));
    }
  }

  private boolean countsFit(LayerDefinition layer, LayerType type) {
    int bottoms = layer.bottoms().size();
    int tops = layer.tops().size();
    boolean fit = check(layer, "bottom", bottoms, type.bottoms(), type.maxBottoms());
    fit &= check(layer, "top", tops, type.tops(), type.maxTops());
    if (type.topsMatchBottoms() && bottoms != tops) {
      problems.add(
          layer.place(),
          layer.subject()
              + "must have as many tops as bottoms, but has %d and %d".formatted(tops, bottoms));
      return false;
    }
    return fit && listsFit(layer);
  }

  /** A list of another length was reported when the file was read. */
  private static boolean listsFit(LayerDefinition layer) {
    int weights = layer.lossWeights().size();
    return weights == 0 || weights == layer.tops().size();
  }

  private boolean check(LayerDefinition layer, String what, int found, int least, int declared) {
    int most = declared == LayerType.SAME ? least : declared;
    if (found >= least && found <= most) {
      return true;
    }
    problems.add(
        layer.place(),
        layer.subject() + "takes " + wanted(what, least, most) + ", but has " + found);
    return false;
  }

  private static String wanted(String what, int least, int most) {
    String noun = least == 1 && most == 1 ? what : what + "s";
    if (least == most) {
      return least == 0 ? "no " + noun : least + " " + noun;
    }
    return most == LayerType.ANY
        ? "at least %d %s".formatted(least, noun)
        : "%d to %d %s".formatted(least, most, noun);
  }
}
