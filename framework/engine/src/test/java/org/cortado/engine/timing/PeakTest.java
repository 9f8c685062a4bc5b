package org.cortado.engine.timing;

import static org.assertj.core.api.Assertions.assertThat;

import org.cortado.api.backend.Backend;
import org.cortado.engine.portable.PortableBackendFactory;
import org.junit.jupiter.api.Test;

class PeakTest {

  private static final Peak PEAK = new Peak(100, 10);

  @Test
  void boundsWorkByWhatTakesLonger() {
    Work product = new Work(1000, 20);
    Work copy = new Work(10, 20);
    assertThat(PEAK.seconds(product)).isEqualTo(10);
    assertThat(PEAK.bound(product)).isEqualTo(Peak.Bound.COMPUTE);
    assertThat(PEAK.seconds(copy)).isEqualTo(2);
    assertThat(PEAK.bound(copy)).isEqualTo(Peak.Bound.MEMORY);
  }

  @Test
  void tellsWhichShareOfItAPassReaches() {
    PassTiming pass = new PassTiming(new Spread(10, 15, 20, 25), new Work(1000, 20));
    assertThat(pass.shareOf(PEAK)).isEqualTo(0.5);
    assertThat(pass.operationsPerSecond()).isEqualTo(50);
    assertThat(pass.bytesPerSecond()).isEqualTo(1);
  }

  @Test
  void isTheBestThatWasSeen() {
    assertThat(new Peak(1, 20).or(new Peak(2, 10))).isEqualTo(new Peak(2, 20));
  }

  @Test
  void isMeasuredWithAProductAndACopy() {
    try (Backend backend = new PortableBackendFactory().create(2)) {
      Peak peak = new PeakMeter(backend, new Clock(1_000_000_000L)).measure();
      assertThat(peak.operationsPerSecond()).isEqualTo(2.0 * 1024 * 1024 * 1024);
      assertThat(peak.bytesPerSecond()).isEqualTo(2.0 * 64 * 1024 * 1024);
    }
  }
}
