package org.cortado.testkit;

import java.util.Arrays;
import org.cortado.api.DataLayer;
import org.cortado.api.backend.Backend;

/** What a sweep takes of the Java heap: nothing. */
final class AllocationProof {

  private static final int WARM_UP = 3;
  private static final int SWEEPS = 15;
  private static final int ROUNDS = 50;

  private AllocationProof() {}

  /**
   * Fails if the median of some sweeps takes memory: the first ones may load classes, and the JVM
   * itself now and then takes some on a thread of ours. The smallest object has 16 bytes, so that
   * any is seen. A data layer may take some: what it reads is files.
   */
  static void takesNothing(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend)) {
      if (!tested.says(Claim.ALLOCATES) && !(layer.layer() instanceof DataLayer)) {
        takesNothing(layer);
      }
    }
  }

  /** Again if need be: on a busy machine the compiler that saves small objects comes late. */
  private static void takesNothing(TestLayer layer) {
    Passes.run(layer);
    Meter meter = new Meter();
    sweeps(layer, new long[WARM_UP], new long[WARM_UP], meter);
    int round = 1;
    while (!takesNothing(layer, meter, round == ROUNDS)) {
      round++;
    }
  }

  private static boolean takesNothing(TestLayer layer, Meter meter, boolean last) {
    long[] forward = new long[SWEEPS];
    long[] backward = new long[SWEEPS];
    sweeps(layer, forward, backward, meter);
    if (last) {
      isNothing(forward, "forward");
      isNothing(backward, "backward");
    }
    return median(forward) == 0 && median(backward) == 0;
  }

  private static void sweeps(TestLayer layer, long[] forward, long[] backward, Meter meter) {
    boolean[] flags = layer.gradientFlags();
    boolean hasBackward = Passes.hasBackward(layer);
    for (int i = 0; i < forward.length; i++) {
      long start = meter.bytes();
      layer.layer().forward(layer.bottoms(), layer.tops());
      long middle = meter.bytes();
      if (hasBackward) {
        layer.layer().backward(layer.tops(), flags, layer.bottoms());
      }
      forward[i] = middle - start;
      backward[i] = meter.bytes() - middle;
    }
  }

  private static void isNothing(long[] bytes, String pass) {
    if (median(bytes) > 0) {
      throw new AssertionError(
          pass
              + " takes %d bytes of the Java heap each time; make in reshape what it needs"
                  .formatted(median(bytes)));
    }
  }

  private static long median(long[] bytes) {
    long[] sorted = bytes.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
