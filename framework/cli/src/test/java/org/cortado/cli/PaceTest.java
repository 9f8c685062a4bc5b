package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long SECOND = 1_000_000_000;

  private long now;
  private long done;
  private final Pace pace = new Pace(10, () -> now);

  private void iterate(long items, long seconds) {
    pace.begin(done);
    done++;
    now += seconds * SECOND;
    pace.end(items);
  }

  @Test
  void countsItemsSinceItWasLastAsked() {
    iterate(100, 1);
    assertThat(pace.speed()).isEqualTo("100 images/s");
    iterate(300, 1);
    iterate(300, 2);
    assertThat(pace.speed()).isEqualTo("200 images/s");
  }

  @Test
  void countsIterationsWhereNothingCountsItems() {
    iterate(0, 2);
    assertThat(pace.speed()).isEqualTo("0.50 iterations/s");
  }

  @Test
  void leavesOutWhatHappensBetweenIterations() {
    iterate(10, 1);
    now += 100 * SECOND;
    iterate(10, 1);
    assertThat(pace.speed()).isEqualTo("10 images/s");
    assertThat(pace.secondsLeft()).isEqualTo(8);
  }

  @Test
  void knowsWhatAnEarlierProcessHasDone() {
    done = 7;
    iterate(10, 1);
    assertThat(pace.secondsLeft()).isEqualTo(2);
  }

  @Test
  void promisesNothingBeforeTheFirstIteration() {
    assertThat(pace.secondsLeft()).isZero();
  }
}
