package org.cortado.engine.net;

import java.util.Optional;
import java.util.Set;
import org.cortado.api.LayerTraits;
import org.cortado.api.Reads;
import org.cortado.engine.definition.LayerDefinition;
import org.cortado.engine.plugin.LayerDeclaration;

/** A layer of the file with what its plug-in declares, as far as the file is right about it. */
final class ResolvedLayer {

  private final LayerDefinition definition;
  private final Optional<LayerDeclaration> declaration;
  private final Optional<Record> options;
  private final LayerDefinition parameterOwner;

  private ResolvedLayer(
      LayerDefinition definition,
      Optional<LayerDeclaration> declaration,
      Optional<Record> options,
      LayerDefinition parameterOwner) {
    this.parameterOwner = parameterOwner;
    this.definition = definition;
    this.declaration = declaration;
    this.options = options;
  }

  static ResolvedLayer of(
      LayerDefinition definition, LayerDeclaration declaration, Record options) {
    return new ResolvedLayer(
        definition, Optional.of(declaration), Optional.of(options), definition);
  }

  /** Stands for a layer that can't be built, so that no consequence of it is reported. */
  static ResolvedLayer broken(LayerDefinition definition, Optional<LayerDeclaration> declaration) {
    return new ResolvedLayer(definition, declaration, Optional.empty(), definition);
  }

  /** Returns this layer, which uses the parameters of another in place of its own. */
  ResolvedLayer withParametersOf(LayerDefinition owner) {
    return new ResolvedLayer(definition, declaration, options, owner);
  }

  /** Returns the layer whose parameters it uses; itself unless it shares another's. */
  LayerDefinition parameterOwner() {
    return parameterOwner;
  }

  LayerDefinition definition() {
    return definition;
  }

  String name() {
    return definition.name();
  }

  boolean isBroken() {
    return options.isEmpty();
  }

  LayerDeclaration declaration() {
    return declaration.orElseThrow();
  }

  Record options() {
    return options.orElseThrow();
  }

  LayerTraits traits() {
    return options
        .map(known -> declaration().traits(known))
        .orElseGet(() -> new LayerTraits(true, Set.<Reads>of()));
  }

  /** Returns whether the data of the tops are those of bottom 0, in the same memory. */
  boolean sharesData() {
    return !isBroken() && declaration().type().sharesData();
  }

  /** Returns whether top 0 bears the name of bottom 0: a request to work in place. */
  boolean asksInPlace() {
    return definition.tops().stream()
        .anyMatch(
            top ->
                definition.bottoms().stream().anyMatch(bottom -> bottom.name().equals(top.name())));
  }
}
