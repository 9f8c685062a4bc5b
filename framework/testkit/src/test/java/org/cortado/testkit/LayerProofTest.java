package org.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cortado.api.Claim;
import org.cortado.api.blob.Shape;
import org.cortado.engine.definition.DefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof without JUnit says of every fault what the tests of a layer would say. */
class LayerProofTest {

  private static final Shape SHAPE = Shape.of(2, 3);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final List<String> told = new ArrayList<>();

  private LayerReport report(Map<String, Object> options, List<Shape> bottoms, Claim... claims) {
    return report("Faulty", new CaseWish(options, bottoms, 0, Set.of(claims)));
  }

  private LayerReport report(String name, CaseWish wish) {
    TestedType type = ClassPathLayers.find(name);
    return new LayerProof(
            type.catalogue(),
            List.of(Backends.portable()),
            LONG,
            (layer, clause) -> told.add(layer + ": " + clause))
        .prove(type.declaration(), wish);
  }

  private LayerReport report(Fault fault) {
    return report(Map.of("fault", word(fault)), List.of(SHAPE, SHAPE));
  }

  private static String word(Fault fault) {
    return fault.name().toLowerCase(Locale.ROOT);
  }

  private static ClauseReport clause(LayerReport report, Object clause) {
    return report.clauses().stream()
        .filter(each -> each.clause().equals(clause.toString()))
        .findFirst()
        .orElseThrow();
  }

  static Stream<Arguments> breaches() {
    return BreachesTest.breaches();
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void saysOfEveryFaultWhatIsBroken(Fault fault, Clause clause, String words) {
    ClauseReport report = prove(clause, fault, LONG);
    assertThat(report.verdict()).isEqualTo(ClauseVerdict.BROKEN);
    assertThat(report.advice()).isEqualTo(clause.advice());
    assertThat(report.breaches()).hasSize(1);
    assertThat(report.breaches().get(0).testedCase()).isEqualTo(faulty(fault).toString());
    assertThat(report.breaches().get(0).backend()).isEqualTo("portable");
    assertThat(report.breaches().get(0).found()).contains(words);
  }

  private static ClauseReport prove(Clause clause, Fault fault, Duration limit) {
    return new ClauseProver(FaultyLayer.class, new TimeLimit(limit))
        .prove(clause, List.of(faulty(fault)), List.of(Backends.portable()));
  }

  private static Case faulty(Fault fault) {
    return LayerContract.layer("Faulty").option("fault", word(fault)).bottom(2, 3).bottom(2, 3);
  }

  @Test
  void findsNothingAgainstAGoodLayer() {
    LayerReport report = report(Fault.NONE);
    assertThat(report.isBroken()).isFalse();
    assertThat(report.isProved()).isTrue();
    assertThat(report.clauses()).hasSize(Clause.values().length + TypeClause.values().length);
    assertThat(report.cases())
        .containsExactly(
            "Faulty {fault=none} [2x3] [2x3]", "Faulty {fault=none} [2x3] [2x3] in phase test");
  }

  @Test
  void saysWhyAClauseDoesNotApply() {
    ClauseReport signs = clause(report(Fault.NONE), Clause.SIGNS_ARE_KEPT_WHERE_DECLARED);
    assertThat(signs.verdict()).isEqualTo(ClauseVerdict.DOES_NOT_APPLY);
    assertThat(signs.reason()).isEqualTo("it isn't declared to keep signs");
  }

  @Test
  void makesCasesOfTheDeclaration() {
    List<Case> cases = new CaseMaker(ClassPathLayers.find("Faulty"), CaseWish.none()).make();
    assertThat(cases)
        .extracting(Case::toString)
        .startsWith("Faulty [2x4x5x4] [2x4x5x4]", "Faulty [2x4x5x4] [2x4x5x4] in phase test")
        .contains("Faulty {fault=mixes_items} [2x4x5x4] [2x4x5x4]");
  }

  @Test
  void tellsHowItGoes() {
    report(Fault.NONE);
    assertThat(told)
        .hasSize(1 + Clause.values().length)
        .startsWith("Faulty: which cases it takes", "Faulty: shapes follow from shapes alone");
  }

  @Test
  void namesTheLineOfTheLayerThatThrows() {
    LayerReport report = report(Fault.THROWS_IN_BACKWARD);
    assertThat(clause(report, Clause.THE_SAME_BITS_COME_TWICE).breaches().get(0).found())
        .matches(
            "it throws java.lang.UnsupportedOperationException: later, at"
                + " FaultyLayer\\.backward\\(FaultyLayer\\.java:\\d+\\)");
    assertThat(clause(report, Clause.AN_EMPTY_BATCH_IS_TAKEN).breaches().get(0).found())
        .startsWith("an empty batch: expected to work or to be refused in a sentence")
        .contains(", at FaultyLayer.backward(FaultyLayer.java:");
  }

  @Test
  void namesTheLineThatOpensATensorTooEarly() {
    LayerReport report = report(Fault.SHAPES_BY_DATA);
    assertThat(report.clauses().get(report.clauses().size() - 1).breaches().get(0).found())
        .startsWith("a case of Faulty: setUp or reshape opens a tensor of 6 elements")
        .contains(", at FaultyLayer.reshape(FaultyLayer.java:");
  }

  @Test
  void survivesALayerThatCannotBeMade() {
    LayerReport report = report(Fault.THROWS_WHEN_MADE);
    assertThat(report.isBroken()).isTrue();
    assertThat(report.cases()).isEmpty();
    assertThat(clause(report, "some case is taken").breaches().get(0).found())
        .contains("no luck")
        .contains(", at FaultyLayer.<init>(FaultyLayer.java:");
  }

  @Test
  void doesNotWaitForALayerThatHangs() {
    ClauseReport report =
        prove(
            Clause.INFINITIES_DO_NO_HARM,
            Fault.WAITS_FOR_AN_INFINITY_TO_PASS,
            Duration.ofMillis(300));
    assertThat(report.breaches().get(0).found())
        .startsWith("it doesn't end within 300 ms, at FaultyLayer.square(FaultyLayer.java:");
  }

  @Test
  void refusesOptionsThatTheLayerHasNot() {
    assertThatThrownBy(() -> report(Map.of("falt", "none"), List.of()))
        .isInstanceOf(DefinitionException.class)
        .hasMessage("options of Faulty: unknown option 'falt'; did you mean 'fault'?");
  }

  @Test
  void saysOfALayerThatTakesNothingWhatItSays() {
    LayerReport report = report(Map.of("fault", "none"), List.of(SHAPE, Shape.of(5)));
    assertThat(report.isProved()).isFalse();
    assertThat(report.isBroken()).isFalse();
    assertThat(report.refusal()).contains("[2x3]").contains("[5]");
  }

  @Test
  void believesAClaim() {
    Map<String, Object> mixing = Map.of("fault", word(Fault.MIXES_ITEMS));
    List<Shape> bottoms = List.of(SHAPE, SHAPE);
    Clause clause = Clause.A_BATCH_GIVES_WHAT_ITS_ITEMS_GIVE;
    assertThat(clause(report(mixing, bottoms), clause).verdict()).isEqualTo(ClauseVerdict.BROKEN);
    assertThat(clause(report(mixing, bottoms, Claim.MIXES_ITEMS), clause).verdict())
        .isEqualTo(ClauseVerdict.DOES_NOT_APPLY);
  }

  @Test
  void noticesMissingHelp() {
    LayerReport report = report("Silent", CaseWish.none());
    assertThat(clause(report, TypeClause.EXPLAINS_ITSELF).breaches().get(0).found())
        .startsWith("Silent of ")
        .endsWith(" bears no @Help");
  }
}
