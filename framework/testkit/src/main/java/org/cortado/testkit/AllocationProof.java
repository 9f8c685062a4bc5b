package org.cortado.testkit;

import java.util.Arrays;
import org.cortado.api.Claim;
import org.cortado.api.DataLayer;
import org.cortado.api.backend.Backend;

/** What a sweep takes of the Java heap: nothing. */
final class AllocationProof {

  private static final int WARM_UP = 3;
  private static final int SWEEPS = 15;

  private AllocationProof() {}

  /**
   * Fails if the median of some sweeps takes memory: the first ones may load classes, and the JVM
   * itself now and then takes some on a thread of ours. The smallest object has 16 bytes, so that
   * any is seen. A data layer may take some: what it reads is files.
   */
  static void takesNothing(Case tested, Backend backend) {
    try (TestLayer layer = LayerMaker.make(tested, backend)) {
      NotApplicable.unless(!tested.says(Claim.ALLOCATES), "it is said to take some");
      NotApplicable.unless(!(layer.layer() instanceof DataLayer), "it reads data");
      takesNothing(layer);
    }
  }

  private static void takesNothing(TestLayer layer) {
    Passes.run(layer);
    Meter meter = new Meter();
    sweeps(layer, new long[WARM_UP], new long[WARM_UP], meter);
    long[] forward = new long[SWEEPS];
    long[] backward = new long[SWEEPS];
    sweeps(layer, forward, backward, meter);
    isNothing(forward, "forward");
    isNothing(backward, "backward");
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
    long[] sorted = bytes.clone();
    Arrays.sort(sorted);
    long median = sorted[sorted.length / 2];
    if (median > 0) {
      throw new AssertionError(
          pass
              + " takes %d bytes of the Java heap each time; make in reshape what it needs"
                  .formatted(median));
    }
  }
}
