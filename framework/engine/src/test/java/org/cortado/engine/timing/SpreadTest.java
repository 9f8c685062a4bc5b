package org.cortado.engine.timing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void isThatOfTheTimesWhateverTheirOrder() {
    assertThat(Spread.of(5, 1, 4, 2, 3)).isEqualTo(new Spread(1, 2, 3, 4));
    assertThat(Spread.of(1, 2)).isEqualTo(new Spread(1, 1.25, 1.5, 1.75));
  }

  @Test
  void ofOneTimeIsThatTime() {
    assertThat(Spread.of(7)).isEqualTo(new Spread(7, 7, 7, 7));
  }

  @Test
  void isApartWhereTheMiddleHalvesHaveNothingInCommon() {
    Spread spread = new Spread(1, 2, 3, 4);
    assertThat(spread.isApartFrom(new Spread(1, 4, 5, 6))).isFalse();
    assertThat(spread.isApartFrom(new Spread(1, 4.1, 5, 6))).isTrue();
    assertThat(new Spread(1, 4.1, 5, 6).isApartFrom(spread)).isTrue();
    assertThat(spread.isApartFrom(spread)).isFalse();
  }
}
