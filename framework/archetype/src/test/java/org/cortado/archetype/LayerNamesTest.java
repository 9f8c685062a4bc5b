package org.cortado.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerNamesTest {

  private static LayerNames ofType(String type) {
    return new LayerNames("com.acme", "spiky-relu", type, "com.acme");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme:SpikyRelu", "acme-2:S", "A_b:Spiky_Relu2"})
  void takesTypesOfVendors(String type) {
    assertThat(ofType(type).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SpikyRelu", "acme:", ":Spiky", "acme:spiky", "acme:Spiky-Relu", "a:B:C"})
  void refusesOtherTypes(String type) {
    assertThat(ofType(type).problems())
        .containsExactly(
            "the type must be 'vendor:Name', the name a word of Java that begins with a capital,"
                + " but is '"
                + type
                + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Formula", "LossFormula", "Data", "Metric", "Elementwise", "Composite"})
  void refusesNamesOfTheApi(String name) {
    assertThat(ofType("acme:" + name).problems())
        .containsExactly(
            "'acme:%s' would be a class %sLayer, as Cortado's API has one; choose another name"
                .formatted(name, name));
  }

  @Test
  void tellsOfAllProblemsAtOnce() {
    assertThat(new LayerNames("com acme", "", "spiky", "com.class").problems())
        .hasSize(4)
        .contains(
            "the group may have letters, digits, '.', '-' and '_', but is 'com acme'",
            "the artifact may have letters, digits, '.', '-' and '_', but is ''",
            "'com.class' can't be a package of Java; name another by --package");
  }
}
