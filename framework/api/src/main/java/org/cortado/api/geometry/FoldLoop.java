package org.cortado.api.geometry;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * Brings the elements of a stretched shape together, by a tree that the shapes alone determine.
 *
 * <p>The results are divided into windows; where those are few, the longest of the axes that are
 * brought together is, too, and the results of its parts are merged in their order.
 */
final class FoldLoop {

  private static final int WINDOW = 1024;

  /** Enough for the threads of a machine to end at about the same time. */
  private static final int TASKS = 32;

  private static final int GRAIN = 16 * 1024;

  private final Parallel parallel;
  private final IntFunction<Fold> folds;
  private final Operands operands;
  private final Parallel.Body body = this::run;
  private Stretch result = Stretch.of(Shape.of(0), Shape.of(0));
  private int split = -1;
  private int parts = 1;
  private FoldWorker[] workers = {};
  private Fold[] partial = {};
  private Sink sink = (fold, from, to) -> {};

  FoldLoop(Parallel parallel, ElementwiseLoop.Kernel kernel, IntFunction<Fold> folds) {
    this.parallel = parallel;
    this.folds = folds;
    operands = new Operands(parallel.threads(), kernel);
  }

  /** Where results go. */
  @FunctionalInterface
  interface Sink {

    /** Stores the results {@code from} to {@code to - 1}, which are the first of the fold. */
    void store(Fold fold, int from, int to);
  }

  /** Makes ready for results that stretch to what the stretched inputs make. */
  void prepare(Stretch to, List<Stretch> inputs) {
    result = to;
    operands.prepare(inputs);
    parts = parts(longestRepeated());
    split = parts > 1 ? longestRepeated() : -1;
    int slots = Math.min(WINDOW, to.input().count());
    workers =
        IntStream.range(0, parallel.threads())
            .mapToObj(i -> new FoldWorker(operands, i, to, split, folds.apply(slots)))
            .toArray(FoldWorker[]::new);
    partial =
        IntStream.range(0, parts > 1 ? windows() * parts : 0)
            .mapToObj(i -> folds.apply(slots))
            .toArray(Fold[]::new);
  }

  private int windows() {
    return (int) (((long) result.input().count() + WINDOW - 1) / WINDOW);
  }

  private int parts(int axis) {
    if (axis < 0 || windows() == 0) {
      return 1;
    }
    int worthwhile = result.output().count() / windows() / GRAIN;
    int wanted = Math.min(TASKS / windows(), worthwhile);
    return Math.max(1, Math.min(wanted, result.size(axis)));
  }

  private int longestRepeated() {
    int longest = -1;
    for (int axis = 0; axis < result.axes(); axis++) {
      if (result.isRepeated(axis) && (longest < 0 || result.size(axis) > result.size(longest))) {
        longest = axis;
      }
    }
    return longest;
  }

  /** Computes all results. */
  void run(List<Tensor> in, Sink results) {
    operands.open(in);
    sink = results;
    int tasks = windows() * parts;
    int elements = result.output().count() / Math.max(1, tasks);
    parallel.forEach(tasks, Math.max(1, GRAIN / Math.max(1, elements)), body);
    for (int window = 0; parts > 1 && window < windows(); window++) {
      merge(window);
    }
  }

  private void run(int worker, int from, int to) {
    FoldWorker folder = workers[worker];
    for (int task = from; task < to; task++) {
      int window = task / parts;
      if (parts > 1) {
        folder.choose(partial[task]);
        folder.part(partBound(task % parts), partBound(task % parts + 1));
      }
      folder.run(begin(window), end(window));
      if (parts == 1) {
        sink.store(folder.fold(), begin(window), end(window));
      }
    }
  }

  private int partBound(int part) {
    return (int) ((long) result.size(split) * part / parts);
  }

  private static int begin(int window) {
    return window * WINDOW;
  }

  private int end(int window) {
    return (int) Math.min(result.input().count(), (long) begin(window) + WINDOW);
  }

  private void merge(int window) {
    Fold first = partial[window * parts];
    for (int part = 1; part < parts; part++) {
      Fold other = partial[window * parts + part];
      for (int slot = 0; slot < end(window) - begin(window); slot++) {
        first.merge(slot, other.values[slot], other.places[slot]);
      }
    }
    sink.store(first, begin(window), end(window));
  }
}
