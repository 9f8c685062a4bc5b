package org.cortado.cli;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.cortado.testkit.Values;

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

  /** What no declaration says. */
  private static final Map<String, UnaryOperator<Case>> CLAIMS =
      Map.of(
          "ArgMax", Case::hidesNaN,
          "BatchNorm", Case::mixesItems,
          "BatchReindex", Case::mixesItems,
          "Filter", filter -> filter.shapedByData().hidesNaN(),
          "Gather", Case::mixesItems,
          "LSTM", Case::mixesItems,
          "MatMul", Case::mixesItems,
          "RNN", Case::mixesItems);

  private static Stream<Case> casesOf(String type) {
    return switch (type) {
      case "InfogainLoss" ->
          Stream.of(
              layer(type)
                  .bottom(Values.between(0.1, 0.9), 2, 3)
                  .bottom(Values.labels(3), 2)
                  .bottom(Values.positive(), 1, 1, 3, 3)
                  .fixedShape());
      default -> layerAsDeclared(type).map(CLAIMS.getOrDefault(type, UnaryOperator.identity()));
    };
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
