package org.cortado.engine.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Blob;
import org.cortado.api.filler.Filler;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.ParameterDefinition;
import org.cortado.engine.definition.Place;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.RecordReader;

/** Collects the learned blobs of a net: who owns each, who shares it, and how it is filled. */
final class ParameterTable {

  private final RecordReader reader;
  private final Problems problems;
  private final Optional<Net> owner;
  private final List<Parameter> parameters = new ArrayList<>();
  private final Map<String, Parameter> named = new HashMap<>();
  private final Map<Share, Parameter> shares = new HashMap<>();
  private final Map<String, Set<String>> users = new HashMap<>();
  private final Map<Share, Runnable> fills = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<NetLayer> sharers = new ArrayList<>();

  /** A place among the parameters of a layer; what stands there may be shared by other layers. */
  private record Share(String layer, int index) {}

  /**
   * Makes an empty table.
   *
   * @param owner the net whose parameters this one uses, where layers have the same name
   */
  ParameterTable(RecordReader reader, Problems problems, Optional<Net> owner) {
    this.reader = reader;
    this.problems = problems;
    this.owner = owner;
  }

  List<Parameter> parameters() {
    return parameters;
  }

  /** Returns the names of the layers with a parameter, their own or shared, that learns. */
  Set<String> learning() {
    return parameters.stream()
        .filter(parameter -> parameter.lrMult() != 0)
        .flatMap(parameter -> users.getOrDefault(parameter.key(), Set.of()).stream())
        .collect(Collectors.toSet());
  }

  /** Gives the parameters the multipliers of a training; to be called once all are there. */
  void tune(ParameterTuning tuning) {
    parameters.replaceAll(tuning::tune);
  }

  /** Gives all owned blobs their first values; until then no memory was touched. */
  void fill() {
    fills.values().forEach(Runnable::run);
  }

  void add(NetLayer layer, BuildContext context) {
    List<Blob> blobs = layer.layer().parameters();
    List<ParameterDefinition> stated = layer.parameterOwner().params();
    counts.put(layer.name(), blobs.size());
    boolean shares = !layer.parameterOwner().name().equals(layer.name());
    if (shares) {
      sharers.add(layer);
    } else if (stated.size() > blobs.size()) {
      problems.add(
          stated.get(blobs.size()).place(),
          layer.definition().subject()
              + "has %d parameters, but params lists %d".formatted(blobs.size(), stated.size()));
    }
    for (int i = 0; i < blobs.size(); i++) {
      Optional<ParameterDefinition> definition =
          i < stated.size() ? Optional.of(stated.get(i)) : Optional.empty();
      add(layer, context, i, blobs.get(i), definition);
    }
  }

  /** Reports the layers that haven't as many parameters as those whose they share. */
  void checkSharers() {
    for (NetLayer layer : sharers) {
      String owner = layer.parameterOwner().name();
      int owned = counts.getOrDefault(owner, 0);
      int own = counts.getOrDefault(layer.name(), 0);
      if (counts.containsKey(owner) && own != owned) {
        problems.add(
            layer.definition().place(),
            layer.definition().subject()
                + "can't share the parameters of layer '%s': it has %d, but that layer %d"
                    .formatted(owner, own, owned));
      }
    }
  }

  private void add(
      NetLayer layer,
      BuildContext context,
      int index,
      Blob blob,
      Optional<ParameterDefinition> definition) {
    definition
        .filter(stated -> !blob.takesGradient())
        .ifPresent(stated -> keep(layer, index, stated));
    float multiplier = blob.takesGradient() ? 1 : 0;
    Parameter parameter =
        new Parameter(
            layer.parameterOwner().name(),
            index,
            blob,
            definition.flatMap(ParameterDefinition::lrMult).orElse(multiplier),
            definition.flatMap(ParameterDefinition::decayMult).orElse(multiplier));
    Share share = new Share(parameter.layer(), index);
    Optional<String> name = definition.flatMap(ParameterDefinition::name);
    Optional<Parameter> first =
        Optional.ofNullable(shares.get(share)).or(() -> name.map(named::get));
    if (first.isPresent()) {
      shares.putIfAbsent(share, first.get());
      share(layer, parameter, first.get(), definition);
      if (share.layer().equals(layer.name()) && fills.containsKey(share)) {
        fillLater(layer, context, first.get(), definition); // the owner's filler, not the sharer's
      }
      return;
    }
    shares.put(share, parameter);
    name.ifPresent(shared -> named.put(shared, parameter));
    parameters.add(parameter);
    noteUser(layer, parameter);
    take(layer, context, parameter, definition);
  }

  private void keep(NetLayer layer, int index, ParameterDefinition stated) {
    if (stated.lrMult().orElse(0f) != 0 || stated.decayMult().orElse(0f) != 0) {
      problems.add(
          stated.place(),
          layer.definition().subject()
              + "parameter %d is a statistic, which isn't learned; leave lr_mult and decay_mult out, or say 0"
                  .formatted(index));
    }
  }

  private void share(
      NetLayer layer,
      Parameter parameter,
      Parameter first,
      Optional<ParameterDefinition> definition) {
    Place place =
        definition
            .filter(stated -> layer.definition().shares().isEmpty())
            .map(ParameterDefinition::place)
            .orElse(layer.definition().place());
    String called =
        definition
            .flatMap(ParameterDefinition::name)
            .map(name -> "'" + name + "'")
            .orElse(Integer.toString(parameter.index()));
    if (!parameter.blob().shape().equals(first.blob().shape())) {
      problems.add(
          place,
          layer.definition().subject()
              + "can't share parameter %s: its shape is %s, but that of layer '%s' is %s"
                  .formatted(
                      called, parameter.blob().shape(), first.layer(), first.blob().shape()));
      return;
    }
    if (differs(definition.flatMap(ParameterDefinition::lrMult), first.lrMult())
        || differs(definition.flatMap(ParameterDefinition::decayMult), first.decayMult())) {
      problems.add(
          place,
          layer.definition().subject()
              + "shares parameter %s with layer '%s', whose lr_mult %s and decay_mult %s must be used"
                  .formatted(called, first.layer(), first.lrMult(), first.decayMult()));
    }
    parameter.blob().share(first.blob());
    noteUser(layer, first);
  }

  private void noteUser(NetLayer layer, Parameter owner) {
    users.computeIfAbsent(owner.key(), key -> new HashSet<>()).add(layer.name());
  }

  /** A sharer may leave its multipliers out; the owner's hold. */
  private static boolean differs(Optional<Float> sharers, float owners) {
    return sharers.isPresent() && sharers.get() != owners;
  }

  private void take(
      NetLayer layer,
      BuildContext context,
      Parameter parameter,
      Optional<ParameterDefinition> definition) {
    Optional<Blob> source =
        owner.flatMap(net -> net.parameterBlob(parameter.layer(), parameter.index()));
    if (source.isPresent()) {
      takeFrom(source.get(), layer, parameter);
    } else {
      fillLater(layer, context, parameter, definition);
    }
  }

  private void fillLater(
      NetLayer layer,
      BuildContext context,
      Parameter parameter,
      Optional<ParameterDefinition> definition) {
    Filler filler =
        definition
            .flatMap(ParameterDefinition::filler)
            .flatMap(node -> read(node, layer))
            .orElseGet(() -> context.filler(layer.layer().parameters().get(parameter.index())));
    check(filler, layer, parameter, definition);
    Share share = new Share(parameter.layer(), parameter.index());
    fills.put(share, () -> context.fill(parameter, filler));
  }

  private void check(
      Filler filler,
      NetLayer layer,
      Parameter parameter,
      Optional<ParameterDefinition> definition) {
    try {
      filler.check(parameter.blob().shape());
    } catch (InvalidLayerException e) {
      problems.add(
          definition.map(ParameterDefinition::place).orElse(layer.definition().place()),
          layer.definition().subject() + e.getMessage());
    }
  }

  private Optional<Filler> read(Node filler, NetLayer layer) {
    return reader.readVariant(
        filler, Filler.class, "filler", layer.definition().subject(), problems);
  }

  private void takeFrom(Blob source, NetLayer layer, Parameter parameter) {
    if (source.shape().equals(parameter.blob().shape())) {
      parameter.blob().share(source);
    } else {
      problems.add(
          layer.definition().place(),
          layer.definition().subject()
              + "parameter %d has the shape %s here, but %s in the net that it is shared with"
                  .formatted(parameter.index(), parameter.blob().shape(), source.shape()));
    }
  }
}
