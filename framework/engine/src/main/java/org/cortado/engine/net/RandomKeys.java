package org.cortado.engine.net;

import java.util.function.LongSupplier;
import org.cortado.api.random.RandomStream;

/**
 * Derives the keys of random streams from the seed, the layer's name, a purpose and the iteration.
 *
 * <p>So no layer's numbers depend on which other layers there are, or on the order of drawing.
 */
final class RandomKeys {

  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private final long seed;
  private final LongSupplier iteration;

  RandomKeys(long seed, LongSupplier iteration) {
    this.seed = seed;
    this.iteration = iteration;
  }

  /** Returns the iteration that keys follow. */
  long iteration() {
    return iteration.getAsLong();
  }

  /** Returns a stream whose key follows the iteration at each restart. */
  RandomStream stream(String layer, String purpose) {
    long fixed = fixedKey(layer, purpose);
    return new RandomStream(() -> RandomStream.mix(fixed + iteration.getAsLong()));
  }

  /** Returns a stream that is the same in every iteration. */
  RandomStream fixedStream(String layer, String purpose) {
    return new RandomStream(fixedKey(layer, purpose));
  }

  private long fixedKey(String layer, String purpose) {
    return RandomStream.mix(RandomStream.mix(RandomStream.mix(seed) ^ hash(layer)) ^ hash(purpose));
  }

  /** The FNV-1a hash: unlike String.hashCode it spreads over 64 bits. */
  private static long hash(String text) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
