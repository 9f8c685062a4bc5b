package org.cortado.engine.inspect;

import java.util.function.Function;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.NetLayer;

/**
 * The bytes that tops take before blobs share memory.
 *
 * @param training data, and diffs where the gradient runs
 * @param inference data alone
 */
public record Activations(long training, long inference) {

  static final Activations NONE = new Activations(0, 0);

  /** Returns those of a layer; a top that stands on the memory of a bottom adds none. */
  static Activations of(NetLayer layer) {
    long data = bytes(layer, Blob::data);
    long diffs = layer.runsBackward() ? bytes(layer, Blob::diff) : 0;
    return new Activations(data + diffs, data);
  }

  private static long bytes(NetLayer layer, Function<Blob, Tensor> part) {
    return layer.tops().stream()
        .map(part)
        .filter(top -> layer.bottoms().stream().map(part).noneMatch(top::sharesMemoryWith))
        .mapToLong(top -> (long) Float.BYTES * top.count())
        .sum();
  }

  Activations plus(Activations other) {
    return new Activations(training + other.training, inference + other.inference);
  }
}
