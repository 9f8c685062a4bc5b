package org.cortado.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the dependencies between packages to those of the design. */
class ArchitectureTest {

  private static final String API = "org.cortado.api..";
  private static final String ENGINE = "org.cortado.engine.";
  private static final String[] EVERYWHERE = {"java..", "org.jspecify.annotations.."};
  private static final String[] INJECTION = {"com.google.inject..", "jakarta.inject.."};

  private static final String[] TESTS_ALONE = {"org.junit..", "org.assertj.."};

  private static final JavaClasses CORTADO =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.cortado");

  /**
   * Checks that the classes of a package use none but their own and those of the given packages.
   *
   * @param known a class of the package, without which the rule would speak of nothing
   */
  private static void mayUse(String owner, String known, String... others) {
    assertThat(CORTADO.contain(owner + "." + known)).as(owner + "." + known).isTrue();
    String[] allowed =
        Stream.of(new String[] {owner + ".."}, EVERYWHERE, others)
            .flatMap(Arrays::stream)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(owner + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(CORTADO);
  }

  @Test
  void theApiNeedsTheJdkAndGuiceAlone() {
    mayUse("org.cortado.api", "Layer", INJECTION);
  }

  @Test
  void definitionsNeedNothingOfTheEngine() {
    mayUse(
        ENGINE + "definition",
        "NetReader",
        API,
        "com.fasterxml.jackson..",
        "org.yaml.snakeyaml..",
        "org.apache.commons.text..");
  }

  @Test
  void theLanguageNeedsDefinitionsAlone() {
    mayUse(ENGINE + "language", "NetFile", API, ENGINE + "definition..", "com.ezylang.evalex..");
  }

  @Test
  void pluginsNeedDefinitionsAndTheBackendThatRunsEverywhere() {
    mayUse(
        ENGINE + "plugin",
        "LayerCatalogue",
        API,
        ENGINE + "definition..",
        ENGINE + "portable..",
        "com.google.inject..",
        "jakarta.inject..");
  }

  @Test
  void netsNeedDefinitionsAndPlugins() {
    mayUse(ENGINE + "net", "Net", API, ENGINE + "definition..", ENGINE + "plugin..");
  }

  @Test
  void schemasNeedDefinitionsAndPlugins() {
    mayUse(ENGINE + "schema", "NetSchema", API, ENGINE + "definition..", ENGINE + "plugin..");
  }

  @Test
  void updatesNeedTheParametersOfNets() {
    mayUse(ENGINE + "update", "ParameterUpdater", API, ENGINE + "net..");
  }

  @Test
  void solversNeedNetsAndWhatNetsNeed() {
    mayUse(
        ENGINE + "solver",
        "Solver",
        API,
        ENGINE + "definition..",
        ENGINE + "plugin..",
        ENGINE + "language..",
        ENGINE + "net..",
        ENGINE + "rate..",
        ENGINE + "update..",
        ENGINE + "snapshot..",
        ENGINE + "watch..",
        ENGINE + "record..",
        ENGINE + "format..",
        "com.fasterxml.jackson..");
  }

  @Test
  void whatWatchesTrainingsNeedsNoSolver() {
    mayUse(
        ENGINE + "watch",
        "WatchDog",
        API,
        ENGINE + "definition..",
        ENGINE + "net..",
        ENGINE + "update..",
        ENGINE + "format..",
        "com.fasterxml.jackson..");
  }

  @Test
  void learningRatesNeedTheApiAlone() {
    mayUse(ENGINE + "rate", "BuiltInPolicies", API);
  }

  @Test
  void snapshotsNeedFormatsAlone() {
    mayUse(
        ENGINE + "snapshot", "SnapshotFolder", API, ENGINE + "format..", "com.fasterxml.jackson..");
  }

  @Test
  void observersNeedSolversAndNets() {
    mayUse(
        ENGINE + "observation",
        "TrainingObservers",
        API,
        ENGINE + "net..",
        ENGINE + "format..",
        ENGINE + "definition..",
        ENGINE + "update..",
        ENGINE + "solver..");
  }

  @Test
  void manifestsNeedNoNetsAndNoSolver() {
    mayUse(
        ENGINE + "record",
        "Manifest",
        API,
        ENGINE + "format..",
        "com.fasterxml.jackson..",
        "com.sun.management..");
  }

  @Test
  void repetitionsNeedSolversAndWhatLooksAtWeights() {
    mayUse(
        ENGINE + "rerun",
        "Rerun",
        API,
        ENGINE + "definition..",
        ENGINE + "plugin..",
        ENGINE + "format..",
        ENGINE + "inspect..",
        ENGINE + "record..",
        ENGINE + "solver..");
  }

  @Test
  void whatLooksAtNetsNeedsNoSolver() {
    mayUse(
        ENGINE + "inspect",
        "NetSummary",
        API,
        ENGINE + "definition..",
        ENGINE + "language..",
        ENGINE + "plugin..",
        ENGINE + "net..",
        ENGINE + "format..");
  }

  @Test
  void whatTimesNetsNeedsNoSolver() {
    mayUse(
        ENGINE + "timing",
        "NetTimer",
        API,
        ENGINE + "definition..",
        ENGINE + "inspect..",
        ENGINE + "net..",
        ENGINE + "record..",
        "org.apache.commons.math3..");
  }

  @Test
  void thePortableBackendNeedsTheApiAlone() {
    mayUse(ENGINE + "portable", "PortableBackend", API, "com.google.inject..");
  }

  @Test
  void formatsNeedTheApiAndJackson() {
    mayUse(ENGINE + "format", "Npy", API, "com.fasterxml.jackson..");
  }

  @Test
  void theGradientCheckerNeedsTheApiAlone() {
    mayUse(ENGINE + "gradient", "GradientChecker", API, "org.apache.commons.math3..");
  }

  /** JUnit and AssertJ are for the tests that inherit its contract: the command has neither. */
  @Test
  void theTestkitProvesWithoutJUnit() {
    mayUse(
        "org.cortado.testkit",
        "LayerProof",
        API,
        ENGINE + "definition..",
        ENGINE + "plugin..",
        ENGINE + "net..",
        ENGINE + "gradient..",
        ENGINE + "format..",
        ENGINE + "portable..",
        "com.sun.management..",
        TESTS_ALONE[0],
        TESTS_ALONE[1]);
    noClasses()
        .that()
        .resideInAPackage("org.cortado.testkit..")
        .and()
        .haveSimpleNameNotStartingWith("LayerContract")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TESTS_ALONE)
        .check(CORTADO);
  }

  @ParameterizedTest
  @CsvSource({"core, vision.ConvolutionLayer", "activations, ReLULayer", "loss, AccuracyLayer"})
  void layersSeeWhatAStrangersLayersSee(String jar, String known) {
    mayUse(
        "org.cortado.layers." + jar,
        known,
        API,
        "com.google.inject..",
        "jakarta.inject..",
        "org.apache.commons..");
  }

  @Test
  void oneDnnNeedsTheApiAlone() {
    mayUse("org.cortado.onednn", "OneDnnBackend", API, "com.google.inject..", "org.bytedeco..");
  }

  @Test
  void picturesNeedNets() {
    mayUse(
        "org.cortado.drawing",
        "Drawing",
        API,
        ENGINE + "definition..",
        ENGINE + "net..",
        ENGINE + "format..",
        "org.eclipse.elk..",
        "org.eclipse.emf..",
        "org.apache.batik..",
        "javax.imageio..",
        "javax.xml..",
        "org.w3c.dom..");
  }

  @Test
  void reportsNeedWhatRunsLeave() {
    mayUse(
        "org.cortado.report",
        "Report",
        API,
        ENGINE + "definition..",
        ENGINE + "format..",
        ENGINE + "snapshot..",
        ENGINE + "solver..",
        "com.fasterxml.jackson..",
        "com.google.protobuf..",
        "javax.imageio..");
  }

  @Test
  void newProjectsNeedVelocityAlone() {
    mayUse(
        "org.cortado.archetype",
        "LayerProject",
        "javax.lang.model..",
        "javax.xml..",
        "org.w3c.dom..",
        "org.xml.sax..",
        "org.apache.velocity..");
  }

  @Test
  void nothingNeedsTheCommandLine() {
    assertThat(CORTADO.get(Cortado.class).getDirectDependenciesToSelf())
        .extracting(dependency -> dependency.getOriginClass().getPackageName())
        .isNotEmpty()
        .containsOnly("org.cortado.cli");
    assertThat(CORTADO)
        .filteredOn(type -> !type.getPackageName().equals("org.cortado.cli"))
        .noneMatch(ArchitectureTest::usesTheCommandLine);
  }

  private static boolean usesTheCommandLine(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(used -> used.getTargetClass().getPackageName().equals("org.cortado.cli"));
  }

  /** Nets do need definitions: a rule that forgets to allow them has to say so. */
  @Test
  void rulesCanFail() {
    assertThatThrownBy(() -> mayUse(ENGINE + "net", "Net", API, ENGINE + "plugin.."))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("org.cortado.engine.definition");
  }

  @Test
  void rulesNoticeThatTheySpeakOfNothing() {
    assertThatThrownBy(() -> mayUse(ENGINE + "nets", "Net", API))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("org.cortado.engine.nets.Net");
  }
}
