package org.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.Claim;
import org.junit.jupiter.api.Test;

/** A layer whose declaration claims something keeps the contract, but for that. */
class ClaimsTest extends LayerContract {

  @Override
  protected Stream<Case> cases() {
    return Stream.of(layer("Reverse").bottom(2, 3), layer("Reverse").bottom(Values.nonZero(), 5));
  }

  private static void proveItems(Case tested) {
    Clause.A_BATCH_GIVES_WHAT_ITS_ITEMS_GIVE.prove(tested, Backends.portable());
  }

  @Test
  void areBelievedOfTheCasesOfADeclaration() {
    List<Case> cases = layerAsDeclared("Reverse").toList();
    assertThat(cases).isNotEmpty().allMatch(tested -> tested.says(Claim.MIXES_ITEMS));
    assertThat(cases).noneMatch(tested -> tested.says(Claim.HIDES_NAN));
  }

  @Test
  void areForgottenByACaseThatSaysSo() {
    Case claiming = layer("Reverse").bottom(2, 3);
    assertThatThrownBy(() -> proveItems(claiming.withoutClaims()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("declare Claim.MIXES_ITEMS");
    assertThatCode(() -> proveItems(claiming)).doesNotThrowAnyException();
  }

  @Test
  void addToThoseOfACase() {
    Case both = layer("Reverse").hidesNaN();
    assertThat(both.says(Claim.MIXES_ITEMS)).isTrue();
    assertThat(both.says(Claim.HIDES_NAN)).isTrue();
  }
}
