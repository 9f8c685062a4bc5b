package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory;
import org.cortado.engine.plugin.BackendDeclaration;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.Origin;
import org.cortado.engine.plugin.PluginException;
import org.cortado.engine.portable.PortableBackendFactory;
import org.junit.jupiter.api.Test;

class BackendsTest {

  private static final Origin CORTADO =
      new Origin("cortado.jar", Optional.empty(), "1", "unknown", true);
  private static final Origin ACME =
      new Origin("acme.jar", Optional.empty(), "1", "unknown", false);

  private static Optional<String> clash(String name) {
    return Optional.of("backend '%s' is offered by both".formatted(name))
        .filter(no -> name.equals("twin"));
  }

  private final List<String> warnings = new ArrayList<>();
  private final BackendFactory portable = new PortableBackendFactory();

  private Backends backends(BackendFactory... factories) {
    return backends(CORTADO, factories);
  }

  private Backends backends(Origin origin, BackendFactory... factories) {
    List<BackendDeclaration> offered =
        Stream.of(factories).map(factory -> new BackendDeclaration(factory, origin)).toList();
    return new Backends(offered, BackendsTest::clash, List.of(), warnings::add);
  }

  /** A backend whose native library is missing. */
  private record Missing(String name, int rank) implements BackendFactory {

    @Override
    public Backend create(int threads) {
      throw new UnsatisfiedLinkError("no " + name + " in java.library.path");
    }
  }

  @Test
  void takesTheBestThatRuns() {
    try (Backend backend = backends(portable, new Missing("gpu", 20)).openBest(1)) {
      assertThat(backend.name()).isEqualTo("portable");
    }
    assertThat(warnings)
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning)
                    .startsWith("warning: backend 'gpu' can't run here: ")
                    .contains("no gpu in java.library.path"));
  }

  @Test
  void leavesAWorseOneAlone() {
    backends(new Missing("slow", -1), portable).openBest(1).close();
    assertThat(warnings).isEmpty();
  }

  @Test
  void choosesNoneOfAJar() {
    Backends ofAJar = backends(ACME, new Missing("acme:gpu", 20));
    assertThatThrownBy(() -> ofAJar.openBest(1))
        .hasMessage("there is no backend that runs on this machine");
    assertThat(ofAJar.openAll(1)).isEmpty();
    assertThat(warnings).isEmpty();
  }

  @Test
  void opensTheOneThatIsAskedFor() {
    backends(portable, new Missing("gpu", 20)).open("portable", 1).close();
    assertThat(warnings).isEmpty();
  }

  @Test
  void takesNoOtherForOneThatIsAskedFor() {
    assertThatThrownBy(() -> backends(ACME, new Missing("acme:gpu", 20)).open("acme:gpu", 1))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("backend 'acme:gpu' of acme.jar can't run here");
  }

  @Test
  void namesThoseThatThereAre() {
    assertThatThrownBy(() -> backends(portable, new Missing("gpu", 20)).open("gqu", 1))
        .isInstanceOf(UsageException.class)
        .hasMessage("there is no backend 'gqu'; did you mean 'gpu'? (there are gpu, portable)");
  }

  @Test
  void saysThatTwoJarsClaimAName() {
    assertThatThrownBy(() -> backends(portable).open("twin", 1))
        .isInstanceOf(PluginException.class)
        .hasMessage("backend 'twin' is offered by both");
  }

  @Test
  void findsThePortableOneOnTheClassPath() {
    new Backends(LayerCatalogue.load().backends(), BackendsTest::clash, List.of(), warnings::add)
        .open("portable", 2)
        .close();
  }
}
