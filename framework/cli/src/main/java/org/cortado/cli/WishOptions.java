package org.cortado.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cortado.api.Claim;
import org.cortado.api.LayerType;
import org.cortado.engine.plugin.LayerDeclaration;
import org.cortado.testkit.CaseWish;
import picocli.CommandLine.Option;

/** Which case a layer is proved on, where its declaration doesn't tell. */
final class WishOptions {

  @Option(
      names = "--option",
      paramLabel = "KEY=VALUE",
      description =
          "An option of the layer, as a net's file has it: kernel_size=3. May be given several"
              + " times.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--bottom",
      paramLabel = "DIMS",
      description = "The shape of a bottom, as in 2x3x4; once for each, in their order.")
  private List<String> bottoms = new ArrayList<>();

  @Option(
      names = "--tops",
      paramLabel = "N",
      description = "How many tops the layer has; the least that it takes by default.")
  private int tops;

  @Option(
      names = "--claim",
      split = ",",
      paramLabel = "CLAIM",
      description =
          "What the layer claims besides what it declares: fixed_shape, mixes_items, hides_nan,"
              + " shaped_by_data, allocates, written_by_caller.")
  private Set<Claim> claims = EnumSet.noneOf(Claim.class);

  /** Returns whether they speak of one case. */
  boolean areOfOneCase() {
    return !options.isEmpty() || !bottoms.isEmpty() || tops != 0;
  }

  /**
   * Returns what is asked for of a layer.
   *
   * @throws UsageException if the layer never takes as many bottoms or tops
   */
  CaseWish of(LayerDeclaration layer) {
    LayerType type = layer.type();
    if (!bottoms.isEmpty()) {
      requireNumber("--bottom", bottoms.size(), Arity.ofBottoms(type), layer);
    }
    if (tops != 0) {
      requireNumber("--tops", tops, Arity.ofTops(type), layer);
    }
    return new CaseWish(
        new LinkedHashMap<>(options),
        bottoms.stream().map(dims -> ShapeOptions.shape("--bottom", dims)).toList(),
        tops,
        claims);
  }

  private static void requireNumber(String option, int number, Arity arity, LayerDeclaration of) {
    if (!arity.includes(number)) {
      throw new UsageException(
          "%s: %s takes %s, but is given %d".formatted(option, of.name(), arity.words(), number));
    }
  }
}
