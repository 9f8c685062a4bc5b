package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cortado.api.backend.Backend;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.portable.PortableBackendFactory;
import org.cortado.testkit.CaseWish;
import org.cortado.testkit.ClauseVerdict;
import org.cortado.testkit.LayerProof;
import org.cortado.testkit.LayerReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every layer that there is keeps to the contract, on cases made from its declaration: a new one is
 * tested the moment it is listed.
 *
 * <p>On the portable backend: the layers' own tests prove cases of theirs on all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueTest {

  /** Layers that read files, or data that their caller hands over: their own tests have both. */
  private static final Set<String> FED_BY_OTHERS =
      Set.of("Csv", "Idx", "InfogainLoss", "MemoryData", "Text");

  private static final int THREADS = 2;
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final LayerCatalogue catalogue = LayerCatalogue.load();
  private final Backend portable = new PortableBackendFactory().create(THREADS);
  private final LayerProof proof =
      new LayerProof(catalogue, List.of(portable), LIMIT, (type, clause) -> {});

  @AfterAll
  void closeTheBackend() {
    portable.close();
  }

  @ParameterizedTest
  @MethodSource("types")
  void keepsTheContract(String type) {
    LayerReport report = proof.prove(catalogue.find(type).orElseThrow(), CaseWish.none());
    assertThat(report.cases()).as(report.refusal()).isNotEmpty();
    assertThat(report.clauses())
        .filteredOn(clause -> clause.verdict() == ClauseVerdict.BROKEN)
        .isEmpty();
  }

  private Stream<String> types() {
    return catalogue.names().stream()
        .filter(type -> !type.contains(":")) // others' are not ours to prove
        .filter(type -> !FED_BY_OTHERS.contains(type));
  }
}
