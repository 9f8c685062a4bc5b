package org.cortado.layers.core.arithmetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Kernels;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.portable.PortableBackend;
import org.cortado.testkit.TestLayer;

/**
 * Measures layers on tensors of 64 MB, as shares of the bandwidth at which one is copied by the
 * same threads in the same run; the best of many turns, since others use the machine, too.
 */
public final class ArithmeticBench {

  private static final Shape LARGE = Shape.of(16, 64, 128, 128);
  private static final int TURNS = 15;

  private final PortableBackend backend = new PortableBackend(2);
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  private ArithmeticBench() {}

  /** What is measured, and how many large tensors it reads and writes. */
  private record Job(Runnable work, int tensors, List<Long> nanos) {

    void measure() {
      long start = System.nanoTime();
      work.run();
      nanos.add(System.nanoTime() - start);
    }

    double bandwidth() {
      return 1.0 * tensors * LARGE.count() * Float.BYTES / Collections.min(nanos);
    }
  }

  /** Prints a table. */
  public static void main(String[] args) {
    new ArithmeticBench().run();
  }

  private void run() {
    copy();
    Map<String, Object> none = Map.of();
    layer("Add equal", new int[] {3, 2, 4}, none, LARGE, LARGE);
    layer("Add [C,1,1]", new int[] {2, 2, 3}, none, LARGE, Shape.of(64, 1, 1));
    layer("Add [H,W]", new int[] {2, 2, 3}, none, LARGE, Shape.of(128, 128));
    layer("Multiply equal", new int[] {3, 3, 6}, none, LARGE, LARGE);
    layer("Multiply [W]", new int[] {2, 2, 4}, none, LARGE, Shape.of(128));
    layer("Eltwise sum", new int[] {3, 2, 4}, Map.of("coeff", "[1, -0.5]"), LARGE, LARGE);
    layer("Eltwise max", new int[] {3, 4, 8}, Map.of("operation", "max"), LARGE, LARGE);
    layer("Scale", new int[] {2, 4}, none, LARGE);
    layer("Scale with bias", new int[] {2, 5}, Map.of("bias_term", true), LARGE);
    layer("Bias", new int[] {2, 3}, none, LARGE);
    layer("Mean [0,2,3]", new int[] {1, 1}, Map.of("axes", "[0, 2, 3]"), LARGE);
    layer("Mean [1]", new int[] {1, 1}, Map.of("axes", "1"), LARGE);
    layer("Max [-1]", new int[] {1, 1}, Map.of("axes", "-1"), LARGE);
    layer("Norm", new int[] {1, 2}, none, LARGE);
    for (int turn = 0; turn < TURNS; turn++) {
      jobs.values().forEach(Job::measure);
    }
    double copying = jobs.get("copy").bandwidth();
    jobs.forEach(
        (name, job) ->
            System.out.printf(
                "%-28s %6.1f ms %6.2f GB/s %4.0f %%%n",
                name,
                Collections.min(job.nanos()) / 1e6,
                job.bandwidth(),
                100 * job.bandwidth() / copying));
    backend.close();
  }

  private void copy() {
    Blob from = blob(LARGE);
    Blob to = blob(LARGE);
    ElementwiseLoop loop = new ElementwiseLoop(backend.parallel(), Kernels::sum);
    List<Tensor> in = List.of(from.data());
    job("copy", 2, () -> loop.run(in, to.data()));
  }

  private void job(String name, int tensors, Runnable work) {
    jobs.put(name, new Job(work, tensors, new ArrayList<>()));
  }

  /**
   * Adds forward, backward to the first bottom alone, and backward to all.
   *
   * @param traffic how many large tensors each of them reads and writes
   */
  private void layer(String name, int[] traffic, Map<String, Object> options, Shape... shapes) {
    List<Blob> bottoms = Stream.of(shapes).map(this::blob).toList();
    TestLayer layer = TestLayer.of(name.split(" ", 2)[0], options, 1, bottoms);
    layer.tops().get(0).diff().write();
    boolean[] first = new boolean[shapes.length];
    first[0] = true;
    boolean[] all = new boolean[shapes.length];
    Arrays.fill(all, true);
    job(name, traffic[0], layer::forward);
    backward(name + ", dx", traffic[1], layer, first);
    if (traffic.length > 2) {
      backward(name + ", all", traffic[2], layer, all);
    }
  }

  private void backward(String name, int tensors, TestLayer layer, boolean[] flags) {
    job(name, tensors, () -> layer.layer().backward(layer.tops(), flags, layer.bottoms()));
  }

  private Blob blob(Shape shape) {
    Blob blob = new Blob(shape, backend.memory());
    blob.data().write();
    for (int i = 0; i < shape.count(); i++) {
      blob.data().update().put(i, i % 7 - 3);
    }
    return blob;
  }
}
