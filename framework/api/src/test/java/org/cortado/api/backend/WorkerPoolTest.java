package org.cortado.api.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class WorkerPoolTest {

  @AutoClose private final WorkerPool pool = new WorkerPool(3);

  @Test
  void runsEveryStepOnce() {
    for (int count : new int[] {0, 1, 2, 3, 7, 64, 1000}) {
      for (int grain : new int[] {1, 2, 5, 100, 5000}) {
        AtomicIntegerArray times = new AtomicIntegerArray(count);
        pool.forEach(count, grain, (worker, from, to) -> countUp(times, from, to));
        for (int i = 0; i < count; i++) {
          assertThat(times.get(i)).as("count %d grain %d step %d", count, grain, i).isOne();
        }
      }
    }
  }

  private static void countUp(AtomicIntegerArray times, int from, int to) {
    for (int i = from; i < to; i++) {
      times.incrementAndGet(i);
    }
  }

  @Test
  void beginsRangesAtMultiplesOfTheGrain() {
    Set<String> ranges = ConcurrentHashMap.newKeySet();
    pool.forEach(25, 10, (worker, from, to) -> ranges.add(worker + ": " + from + "-" + to));
    assertThat(ranges).containsExactlyInAnyOrder("0: 0-10", "1: 10-20", "2: 20-25");
  }

  @Test
  void dividesTheLargestCounts() {
    LongAdder steps = new LongAdder();
    pool.forEach(Integer.MAX_VALUE, 1000, (worker, from, to) -> steps.add(to - from));
    assertThat(steps.sum()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void usesTheCallersThreadAndItsOwn() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    pool.forEach(3, 1, (worker, from, to) -> threads.add(Thread.currentThread()));
    assertThat(threads).hasSize(3).contains(Thread.currentThread());
  }

  @Test
  void runsManyShortLoopsOneAfterTheOther() {
    int[] sums = new int[pool.threads()];
    for (int i = 0; i < 20_000; i++) {
      pool.forEach(3, 1, (worker, from, to) -> sums[worker]++);
    }
    assertThat(sums).containsOnly(20_000);
  }

  /** What one loop wrote without any care the next one sees on another thread. */
  @Test
  void letsLoopsSeeWhatEarlierOnesWrote() {
    int[] values = new int[3];
    for (int i = 0; i < 3_000; i++) {
      pool.forEach(3, 1, (worker, from, to) -> values[(from + 1) % 3]++);
      pool.forEach(3, 1, (worker, from, to) -> values[from]++);
    }
    assertThat(values).containsOnly(6_000);
  }

  @Test
  void wakesItsThreadsAfterALongPause() throws InterruptedException {
    pool.forEach(3, 1, (worker, from, to) -> {});
    Thread.sleep(50);
    LongAdder ranges = new LongAdder();
    pool.forEach(3, 1, (worker, from, to) -> ranges.increment());
    assertThat(ranges.sum()).isEqualTo(3);
  }

  @Test
  void throwsWhatABodyThrowsOnAnyThread() {
    for (int bad = 0; bad < 3; bad++) {
      int thrower = bad;
      assertThatIllegalStateException()
          .isThrownBy(() -> pool.forEach(3, 1, (worker, from, to) -> failAt(from, thrower)))
          .withMessage("step " + thrower);
    }
    usesTheCallersThreadAndItsOwn();
  }

  private static void failAt(int step, int bad) {
    if (step == bad) {
      throw new IllegalStateException("step " + step);
    }
  }

  @Test
  void waitsForTheOthersBeforeItThrows() {
    AtomicBoolean ended = new AtomicBoolean();
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                pool.forEach(
                    2,
                    1,
                    (worker, from, to) -> {
                      failAt(from, 0);
                      sleep();
                      ended.set(true);
                    }));
    assertThat(ended).isTrue();
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void throwsErrorsAsTheyAre() {
    assertThatExceptionOfType(StackOverflowError.class)
        .isThrownBy(
            () ->
                pool.forEach(
                    3,
                    1,
                    (worker, from, to) -> {
                      throw new StackOverflowError();
                    }));
  }

  @Test
  void wrapsACheckedExceptionInDisguise() {
    assertThatIllegalStateException()
        .isThrownBy(() -> pool.forEach(3, 1, (worker, from, to) -> sneak(new Exception("hidden"))))
        .withStackTraceContaining("hidden");
    usesTheCallersThreadAndItsOwn();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // this is how it is done
  private static <E extends Exception> void sneak(Exception exception) throws E {
    throw (E) exception;
  }

  @Test
  void runsALoopInsideALoopOnTheSameThread() {
    AtomicIntegerArray times = new AtomicIntegerArray(30);
    pool.forEach(3, 1, (worker, step, end) -> runInside(Thread.currentThread(), step, times));
    for (int i = 0; i < 30; i++) {
      assertThat(times.get(i)).isOne();
    }
  }

  private void runInside(Thread outer, int step, AtomicIntegerArray times) {
    pool.forEach(
        10,
        1,
        (worker, from, to) -> {
          assertThat(Thread.currentThread()).isSameAs(outer);
          countUp(times, step * 10 + from, step * 10 + to);
        });
  }

  @Test
  void runsALoopThatAnotherThreadAsksForMeanwhile() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    AtomicBoolean inTime = new AtomicBoolean();
    pool.forEach(3, 1, (worker, from, to) -> askFromAnotherThread(from, done, inTime));
    assertThat(inTime).isTrue();
  }

  private void askFromAnotherThread(int step, CountDownLatch done, AtomicBoolean inTime) {
    if (step > 0) {
      return;
    }
    LongAdder ranges = new LongAdder();
    new Thread(
            () -> {
              pool.forEach(3, 1, (worker, from, to) -> ranges.increment());
              done.countDown();
            })
        .start();
    try {
      inTime.set(done.await(30, TimeUnit.SECONDS) && ranges.sum() == 3);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void runsLoopsOnTheCallersThreadOnceItIsClosed() {
    pool.close();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    LongAdder steps = new LongAdder();
    pool.forEach(
        30,
        1,
        (worker, from, to) -> {
          threads.add(Thread.currentThread());
          steps.add(to - from);
        });
    assertThat(threads).containsExactly(Thread.currentThread());
    assertThat(steps.sum()).isEqualTo(30);
  }

  @Test
  void endsItsThreadsWhenItIsClosed() throws InterruptedException {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    WorkerPool closed = new WorkerPool(3);
    closed.forEach(3, 1, (worker, from, to) -> threads.add(Thread.currentThread()));
    closed.close();
    threads.remove(Thread.currentThread());
    assertThat(threads).hasSize(2);
    for (Thread thread : threads) {
      thread.join(30_000);
      assertThat(thread.isAlive()).isFalse();
    }
  }

  @Test
  void needsNoThreadButTheCallers() {
    try (WorkerPool alone = new WorkerPool(1)) {
      LongAdder ranges = new LongAdder();
      alone.forEach(30, 1, (worker, from, to) -> ranges.increment());
      assertThat(ranges.sum()).isOne();
    }
  }

  @Test
  void refusesToHaveNoThread() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorkerPool(0))
        .withMessage("threads must be at least 1, but is 0");
  }

  @Test
  void refusesALoopThatMakesNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pool.forEach(5, 0, (worker, from, to) -> {}))
        .withMessage("a loop of 5 steps in ranges of 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pool.forEach(-1, 1, (worker, from, to) -> {}));
  }
}
