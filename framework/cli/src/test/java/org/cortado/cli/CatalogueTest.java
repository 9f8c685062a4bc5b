package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.junit.jupiter.api.Test;

/**
 * Every layer that there is keeps to the contract, on cases made from its declaration: a new one is
 * tested the moment it is listed.
 *
 * <p>Where a declaration doesn't tell enough, a line here does.
 */
class CatalogueTest extends LayerContract {

  /** Layers that read files, or show what their caller wrote: their own tests have both. */
  private static final Set<String> FED_BY_OTHERS =
      Set.of("Csv", "Idx", "Input", "MemoryData", "Text");

  private final Map<String, UnaryOperator<Case>> claims = new LinkedHashMap<>();
  private final Map<String, List<Case>> byHand = new LinkedHashMap<>();
  private final List<String> unproved = new ArrayList<>();

  @Override
  protected Stream<Case> cases() {
    return LayerCatalogue.load().names().stream()
        .filter(type -> !FED_BY_OTHERS.contains(type))
        .flatMap(this::cases);
  }

  private Stream<Case> cases(String type) {
    UnaryOperator<Case> claim = claims.getOrDefault(type, UnaryOperator.identity());
    try {
      return byHand.containsKey(type)
          ? byHand.get(type).stream()
          : layerAsDeclared(type).map(claim);
    } catch (AssertionError e) {
      unproved.add(String.valueOf(e.getMessage()));
      return Stream.of();
    }
  }

  @Test
  void provesEveryLayer() {
    assertThat(cases().toList()).isNotEmpty();
    assertThat(unproved).isEmpty();
  }
}
