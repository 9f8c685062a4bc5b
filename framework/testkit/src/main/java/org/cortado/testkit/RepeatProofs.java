package org.cortado.testkit;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cortado.api.backend.Backend;

/** What holds for sweeps that are done again, by the same layer and by others. */
final class RepeatProofs {

  private static final int SWEEPS = 5;

  private RepeatProofs() {}

  static void givesTheSameBitsTwice(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend);
        TestLayer fresh = LayerMaker.make(tested, backend)) {
      Outcome first = Passes.run(layer);
      Passes.run(layer).isExactly(first, "the second time");
      Passes.run(fresh).isExactly(first, "by another layer of the same options");
    }
  }

  static void sharesNothingWithAnother(Case tested, Backend backend) {
    Case other = tested.drawnAs(" of another net");
    Outcome alone = alone(tested, backend);
    Outcome otherAlone = alone(other, backend);
    try (TestLayer one = LayerMaker.make(tested, backend);
        TestLayer two = LayerMaker.make(other, backend)) {
      inTurns(one, two);
      Outcome.of(one).isExactly(alone, "in turns with a layer of another net");
      Outcome.of(two).isExactly(otherAlone, "in turns with a layer of another net");
      atOnce(one, alone, two, otherAlone);
    }
  }

  private static Outcome alone(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend)) {
      return Passes.run(layer);
    }
  }

  private static void inTurns(TestLayer one, TestLayer two) {
    Passes.forward(one);
    Passes.forward(two);
    Passes.backward(one, one.gradientFlags());
    Passes.backward(two, two.gradientFlags());
  }

  private static void atOnce(TestLayer one, Outcome alone, TestLayer two, Outcome otherAlone) {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CountDownLatch start = new CountDownLatch(2);
      Future<?> first = threads.submit(() -> sweep(start, one, alone));
      Future<?> second = threads.submit(() -> sweep(start, two, otherAlone));
      join(first);
      join(second);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void sweep(CountDownLatch start, TestLayer layer, Outcome alone) {
    start.countDown();
    awaitStart(start);
    for (int i = 0; i < SWEEPS; i++) {
      Passes.run(layer).isExactly(alone, "while another thread runs another net");
    }
  }

  private static void awaitStart(CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Future<?> thread) {
    try {
      thread.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNull(e.getCause());
      throw new AssertionError(cause.getMessage(), cause);
    }
  }
}
