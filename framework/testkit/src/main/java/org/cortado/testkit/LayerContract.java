package org.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortado.api.DataException;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.engine.definition.DefinitionException;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every layer has to keep to; the base of each layer's test.
 *
 * <p>A subclass gives a few cases, and inherits the proofs: each is run for each case on each
 * backend of the class path. It adds an example worked by hand, the messages and the edges.
 *
 * <pre>{@code
 * class MulConstantLayerTest extends LayerContract {
 *
 *   @Override
 *   protected Stream<Case> cases() {
 *     return Stream.of(
 *         layer("MulConstant").option("factor", 3).bottom(2, 3),
 *         layer("MulConstant").option("factor", 0).bottom(2, 3));
 *   }
 *
 *   @Test
 *   void multipliesEveryElement() {
 *     assertThat(run("MulConstant", options("factor", 0.5), blob(1, -2))).containsExactly(0.5f, -1f);
 *   }
 * }
 * }</pre>
 */
public abstract class LayerContract {

  /** For subclasses. */
  protected LayerContract() {}

  /** Returns the cases to prove, anew at each call. */
  protected abstract Stream<Case> cases();

  @TestFactory
  final Stream<DynamicContainer> keepsTo() {
    List<Case> cases = cases().toList();
    return Stream.of(Clause.values())
        .map(clause -> DynamicContainer.dynamicContainer(clause.toString(), each(clause, cases)));
  }

  private static Stream<DynamicTest> each(Clause clause, List<Case> cases) {
    List<Backend> backends = Backends.all();
    return cases.stream()
        .flatMap(tested -> backends.stream().map(backend -> test(clause, tested, backend)));
  }

  private static DynamicTest test(Clause clause, Case tested, Backend backend) {
    return DynamicTest.dynamicTest(
        tested + " on " + backend.name(), () -> prove(clause, tested, backend));
  }

  /** Says which clause it was: a build's log names none but the number of a test. */
  private static void prove(Clause clause, Case tested, Backend backend) {
    try {
      clause.prove(tested, backend);
    } catch (AssertionError e) {
      throw new AssertionError(
          "'%s' is broken by %s%nlook: %s".formatted(clause, e.getMessage(), clause.advice()), e);
    }
  }

  @Test
  final void isRegisteredAndExplainsItself() {
    assertThat(casesByType()).isNotEmpty();
    casesByType().keySet().forEach(TypeClause.EXPLAINS_ITSELF::prove);
  }

  @Test
  final void casesCoverTheDeclaredBottomsAndTops() {
    casesByType()
        .forEach((type, cases) -> Declarations.matchCases(type.declaration().type(), cases));
  }

  @Test
  final void unknownOptionsAndWrongNumbersOfBlobsAreToldOf() {
    casesByType().keySet().forEach(TypeClause.MISUSE_IS_TOLD_OF::prove);
  }

  private Map<TestedType, List<Case>> casesByType() {
    return cases().collect(Collectors.groupingBy(Case::type));
  }

  /** Begins a case. */
  protected static Case layer(String type) {
    return new Case(ClassPathLayers.find(type));
  }

  /**
   * Returns cases that are made from a layer's declaration: its bottoms have shapes that it takes,
   * and each option is tried.
   *
   * @throws AssertionError if the layer takes nothing of what was tried
   */
  protected static Stream<Case> layerAsDeclared(String type) {
    return ClassPathLayers.casesOf(type).stream();
  }

  /** Returns options: keys and values in turn; a text is read as YAML. */
  protected static Map<String, Object> options(Object... keysAndValues) {
    Map<String, Object> options = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      options.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return options;
  }

  /** Returns a blob with one axis. */
  protected static Blob blob(double... values) {
    return blob(Shape.of(values.length), values);
  }

  /** Returns a blob of any shape. */
  protected static Blob blob(Shape shape, double... values) {
    Blob blob = new Blob(shape, Backends.portable().memory());
    float[] floats = Values.exactly(values).draw(shape.count(), TestContext.stream("blob"));
    blob.data().write().put(0, floats);
    return blob;
  }

  /** Makes a layer with one top, to be run step by step. */
  protected static TestLayer make(String type, Map<String, Object> options, Blob... bottoms) {
    return TestLayer.of(type, options, 1, List.of(bottoms));
  }

  /** Makes the layer of a case, in the phase of the case, bottoms and parameters filled. */
  protected static TestLayer make(Case tested) {
    return LayerMaker.make(tested, Backends.portable());
  }

  /** Runs a layer with one top forward and returns that top. */
  protected static float[] run(String type, Map<String, Object> options, Blob... bottoms) {
    try (TestLayer layer = make(type, options, bottoms)) {
      layer.forward();
      return layer.top(0);
    }
  }

  /**
   * Returns what a layer says against its options, its bottoms or its data.
   *
   * @throws AssertionError if it has nothing against them
   */
  protected static String refusal(String type, Map<String, Object> options, Blob... bottoms) {
    try {
      run(type, options, bottoms);
    } catch (DefinitionException e) {
      return String.join("\n", messages(e));
    } catch (InvalidLayerException | DataException e) {
      return String.valueOf(e.getMessage());
    }
    throw new AssertionError(type + " takes the options " + options + " and these bottoms");
  }

  private static List<String> messages(DefinitionException e) {
    List<String> messages = new ArrayList<>();
    e.problems().forEach(problem -> messages.add(problem.message()));
    return messages;
  }
}
