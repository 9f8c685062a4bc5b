package org.cortado.layers.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PrefetcherTest {

  private static Prefetcher<AtomicLong> prefetcher(Prefetcher.Loader<AtomicLong> loader) {
    return new Prefetcher<>("test", loader, List.of(new AtomicLong(), new AtomicLong()));
  }

  private static long next(Prefetcher<AtomicLong> prefetcher) {
    long number = prefetcher.take().get();
    prefetcher.release();
    return number;
  }

  @Test
  void handsOutBatchesInOrder() {
    try (Prefetcher<AtomicLong> prefetcher = prefetcher((number, batch) -> batch.set(number))) {
      for (long number = 0; number < 1000; number++) {
        assertThat(next(prefetcher)).isEqualTo(number);
      }
    }
  }

  @Test
  void loadsTheNextBatchWhileOneIsShown() throws InterruptedException {
    CountDownLatch second = new CountDownLatch(2);
    try (Prefetcher<AtomicLong> prefetcher = prefetcher((number, batch) -> second.countDown())) {
      prefetcher.take();
      assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void leavesTheBatchThatIsShownAlone() throws InterruptedException {
    CountDownLatch second = new CountDownLatch(2);
    Prefetcher.Loader<AtomicLong> loader =
        (number, batch) -> {
          batch.set(number);
          second.countDown();
        };
    try (Prefetcher<AtomicLong> prefetcher = prefetcher(loader)) {
      AtomicLong shown = prefetcher.take();
      assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(shown.get()).isZero();
    }
  }

  @Test
  void startsItsThreadAtTheFirstTakeAlone() {
    AtomicInteger loads = new AtomicInteger();
    Prefetcher<AtomicLong> prefetcher = prefetcher((number, batch) -> loads.incrementAndGet());
    prefetcher.seek(5);
    prefetcher.close();
    assertThat(loads).hasValue(0);
  }

  @Test
  void seeksBackAndForth() {
    try (Prefetcher<AtomicLong> prefetcher = prefetcher((number, batch) -> batch.set(number))) {
      for (long number : new long[] {0, 7, 6, 100, 0, 1, 1}) {
        prefetcher.seek(number);
        assertThat(next(prefetcher)).isEqualTo(number);
        assertThat(next(prefetcher)).isEqualTo(number + 1);
      }
    }
  }

  @Test
  void forgetsWhatWasBeingLoadedWhenItSeeks() throws InterruptedException {
    CountDownLatch loading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Prefetcher.Loader<AtomicLong> slowAtOne =
        (number, batch) -> {
          if (number == 1) {
            loading.countDown();
            awaitQuietly(goOn);
          }
          batch.set(number);
        };
    try (Prefetcher<AtomicLong> prefetcher = prefetcher(slowAtOne)) {
      next(prefetcher);
      loading.await();
      prefetcher.seek(41);
      goOn.countDown();
      assertThat(next(prefetcher)).isEqualTo(41);
      assertThat(next(prefetcher)).isEqualTo(42);
    }
  }

  @Test
  void throwsWhatTheLoaderThrewBehindTheBatchesBeforeIt() {
    Prefetcher.Loader<AtomicLong> faulty =
        (number, batch) -> {
          if (number == 2) {
            throw new IllegalArgumentException("torn page");
          }
          batch.set(number);
        };
    try (Prefetcher<AtomicLong> prefetcher = prefetcher(faulty)) {
      assertThat(next(prefetcher)).isZero();
      assertThat(next(prefetcher)).isOne();
      assertTorn(prefetcher);
      assertTorn(prefetcher);
      prefetcher.seek(3);
      assertThat(next(prefetcher)).isEqualTo(3);
    }
  }

  private static void assertTorn(Prefetcher<AtomicLong> prefetcher) {
    assertThatThrownBy(prefetcher::take)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("torn page");
  }

  @Test
  void throwsErrorsToo() {
    Prefetcher.Loader<AtomicLong> faulty =
        (number, batch) -> {
          throw new OutOfMemoryError("no room");
        };
    try (Prefetcher<AtomicLong> prefetcher = prefetcher(faulty)) {
      assertThatThrownBy(prefetcher::take).isInstanceOf(OutOfMemoryError.class);
    }
  }

  @Test
  void endsItsThreadWhenClosedWhileLoading() throws InterruptedException {
    CountDownLatch loading = new CountDownLatch(2);
    CountDownLatch never = new CountDownLatch(1);
    Thread[] thread = {Thread.currentThread()};
    Prefetcher.Loader<AtomicLong> stuck =
        (number, batch) -> {
          thread[0] = Thread.currentThread();
          loading.countDown();
          if (number == 1) {
            awaitQuietly(never);
          }
        };
    Prefetcher<AtomicLong> prefetcher = prefetcher(stuck);
    next(prefetcher);
    loading.await();
    prefetcher.close();
    thread[0].join(TimeUnit.SECONDS.toMillis(10));
    assertThat(thread[0].isAlive()).isFalse();
    assertThatThrownBy(prefetcher::take).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void endsItsThreadWhenClosedWhileItWaits() throws InterruptedException {
    Thread[] thread = {Thread.currentThread()};
    Prefetcher<AtomicLong> prefetcher =
        prefetcher((number, batch) -> thread[0] = Thread.currentThread());
    prefetcher.take();
    while (thread[0].getState() != Thread.State.WAITING) {
      Thread.sleep(1);
    }
    prefetcher.close();
    thread[0].join(TimeUnit.SECONDS.toMillis(10));
    assertThat(thread[0].isAlive()).isFalse();
    assertThat(thread[0].isDaemon()).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
