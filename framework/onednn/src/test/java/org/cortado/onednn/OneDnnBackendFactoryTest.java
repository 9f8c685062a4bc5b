package org.cortado.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import org.cortado.api.backend.Backend;
import org.cortado.engine.plugin.BackendDeclaration;
import org.cortado.engine.plugin.LayerCatalogue;
import org.junit.jupiter.api.Test;

class OneDnnBackendFactoryTest {

  @Test
  void isFoundAmongThePlugins() {
    assertThat(LayerCatalogue.load().backends())
        .extracting(BackendDeclaration::factory)
        .anySatisfy(
            factory -> {
              assertThat(factory.name()).isEqualTo("onednn");
              assertThat(factory.rank()).isEqualTo(10);
            });
  }

  @Test
  void makesABackendWithItsThreads() {
    try (Backend backend = Natives.backend(3)) {
      assertThat(backend.name()).isEqualTo("onednn");
      assertThat(backend.version()).matches("3\\.\\d+\\.\\d+");
      assertThat(backend.parallel().threads()).isEqualTo(3);
    }
  }

  @Test
  void readsTheThreadsAsOpenMpDoes() {
    int all = Runtime.getRuntime().availableProcessors();
    assertThat(NativeThreads.count("1")).isEqualTo(1);
    assertThat(NativeThreads.count(" 4,2")).isEqualTo(4);
    assertThat(NativeThreads.count("")).isEqualTo(all);
    assertThat(NativeThreads.count("many")).isEqualTo(all);
    assertThat(NativeThreads.count("0")).isEqualTo(all);
  }
}
