package org.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cortado.testkit.Fault.NONE;

import java.util.List;
import java.util.Locale;
import org.cortado.api.LayerType;
import org.junit.jupiter.api.Test;

/** Every proof is seen to fail. */
class ProofsTest {

  private static Case faulty(Fault fault) {
    return LayerContract.layer("Faulty")
        .option("fault", fault.name().toLowerCase(Locale.ROOT))
        .bottom(2, 3)
        .bottom(2, 3);
  }

  @Test
  void noticesALayerThatIsNotRegistered() {
    assertThatThrownBy(() -> ClassPathLayers.find("Missing"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no layer of type 'Missing' is registered");
  }

  @Test
  void noticesMissingHelp() {
    assertThatThrownBy(() -> Declarations.areHelpful(ClassPathLayers.find("Silent").declaration()))
        .isInstanceOf(AssertionError.class);
    assertThatCode(() -> Declarations.areHelpful(ClassPathLayers.find("Faulty").declaration()))
        .doesNotThrowAnyException();
  }

  @Test
  void noticesCasesThatLeaveOutANumberOfBottomsOrTops() {
    LayerType faulty = ClassPathLayers.find("Faulty").declaration().type();
    LayerType silent = ClassPathLayers.find("Silent").declaration().type();

    assertThatCode(() -> Declarations.matchCases(faulty, List.of(faulty(NONE))))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Declarations.matchCases(silent, List.of(faulty(NONE))))
        .hasMessageContaining("cases of Silent with 1 to 1 bottoms");
    assertThatThrownBy(() -> Declarations.matchCases(faulty, List.of(faulty(NONE).tops(2))))
        .hasMessageContaining("cases of Faulty with 1 to 1 tops");
  }

  @Test
  void namesACaseByAllThatMakesIt() {
    assertThat(faulty(NONE).tops(2)).hasToString("Faulty {fault=none} [2x3] [2x3] 2 tops");
  }
}
