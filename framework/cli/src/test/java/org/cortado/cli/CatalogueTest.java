package org.cortado.cli;

import java.util.Set;
import java.util.stream.Stream;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.Values;

/**
 * Every layer that there is keeps to the contract, on cases made from its declaration: a new one is
 * tested the moment it is listed.
 */
class CatalogueTest extends LayerContract {

  /** Layers that read files, or data that their caller hands over: their own tests have both. */
  private static final Set<String> FED_BY_OTHERS =
      Set.of("Csv", "Idx", "InfogainLoss", "MemoryData", "Text");

  private static Stream<Case> casesOf(String type) {
    return Stream.concat(layerAsDeclared(type), byHand(type));
  }

  /** Returns cases that are too special to be guessed. */
  private static Stream<Case> byHand(String type) {
    return switch (type) {
      case "RNN" -> Stream.of(withStates(type, 1));
      case "LSTM" -> Stream.of(withStates(type, 2));
      case "Filter" ->
          Stream.of(layer(type).bottom(3, 2).bottom(3).bottom(Values.labels(2), 3).tops(2));
      default -> Stream.of();
    };
  }

  private static Case withStates(String type, int states) {
    Case tested =
        layer(type)
            .option("num_output", 2)
            .option("expose_hidden", true)
            .bottom(2, 3, 2)
            .bottom(Values.labels(2), 2, 3)
            .bottom(3)
            .tops(1 + states)
            .fixedShape();
    return Stream.iterate(tested, before -> before.bottom(1, 3, 2))
        .skip(states)
        .findFirst()
        .orElseThrow();
  }

  @Override
  protected Stream<Case> cases() {
    return types().flatMap(CatalogueTest::casesOf);
  }

  private static Stream<String> types() {
    return LayerCatalogue.load().names().stream()
        .filter(type -> !type.contains(":")) // others' are not ours to prove
        .filter(type -> !FED_BY_OTHERS.contains(type));
  }
}
