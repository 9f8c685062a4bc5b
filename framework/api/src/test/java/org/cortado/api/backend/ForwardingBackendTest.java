package org.cortado.api.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForwardingBackendTest {

  private static Stream<String> methods(Class<?> type) {
    return Stream.of(type.getDeclaredMethods()).filter(m -> !m.isSynthetic()).map(Method::getName);
  }

  @Test
  void forwardsAllButTheName() {
    assertThat(methods(ForwardingBackend.class))
        .containsExactlyInAnyOrderElementsOf(
            methods(Backend.class).filter(name -> !name.equals("name")).toList());
  }
}
