package org.cortado.api.random;

import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * A sequence of random numbers that is a function of its key alone.
 *
 * <p>SplitMix64 (Steele, Lea and Flood 2014): the number at any index is computed from the key and
 * the index, so threads may each draw a part of the sequence and a run that is resumed draws what
 * it would have drawn. The same on every platform. Not thread-safe, save for {@link #longAt},
 * {@link #floatAt} and {@link #intsAt}.
 */
public final class RandomStream {

  /** The most numbers that {@link #intsAt} draws at once. */
  public static final int BURST = 2048;

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private static final int[] ASCENDING = IntStream.range(0, BURST).toArray();

  private final LongSupplier keys;
  private long key;
  private long drawn;

  /** Makes a stream with a fixed key. */
  public RandomStream(long key) {
    this(() -> key);
  }

  /** Makes a stream that asks for its key now and at each {@link #restart}. */
  public RandomStream(LongSupplier keys) {
    this.keys = keys;
    restart();
  }

  /** Goes back to the first number, of the key that holds now. */
  public void restart() {
    key = keys.getAsLong();
    drawn = 0;
  }

  /** Returns the next 64 random bits. */
  public long nextLong() {
    return mix(key + ++drawn * GOLDEN_GAMMA);
  }

  /** Returns the next number of {@code [0, 1)}, a multiple of 2⁻²⁴. */
  public float nextFloat() {
    return toFloat(nextLong());
  }

  /** Returns what {@link #nextLong} gives after a restart and {@code index} draws. */
  public long longAt(long index) {
    return mix(key + (index + 1) * GOLDEN_GAMMA);
  }

  /** Returns what {@link #nextFloat} gives after a restart and {@code index} draws. */
  public float floatAt(long index) {
    return toFloat(longAt(index));
  }

  /**
   * Overwrites the first {@code count} elements of an array, {@link #BURST} at most, with 32 random
   * bits each: element {@code i} is a function of the key and {@code first + i} alone.
   *
   * <p>A sequence of its own, unlike that of {@link #longAt} and many times faster. The key enters
   * twice, lest the numbers of one be those of another in another order.
   *
   * @throws IndexOutOfBoundsException if the count is more than {@link #BURST} or than the array's
   */
  public void intsAt(int first, int[] numbers, int count) {
    Objects.checkFromIndexSize(0, count, Math.min(BURST, numbers.length));
    long spread = mix(key);
    mix(first, (int) spread, (int) (spread >>> 32), numbers, count);
  }

  /**
   * Permutes 32 bits by Wellons' "triple32" with the key in its middle. The indices come from an
   * array, since the compiler doesn't vectorise a loop that computes with its counter.
   */
  private static void mix(int first, int outer, int inner, int[] numbers, int count) {
    for (int i = 0; i < count; i++) {
      int x = (ASCENDING[i] + first) ^ outer;
      x = (x ^ (x >>> 17)) * 0xED5AD4BB;
      x = ((x ^ (x >>> 11)) + inner) * 0xAC4C1B51;
      x = (x ^ (x >>> 15)) * 0x31848BAB;
      numbers[i] = x ^ (x >>> 14);
    }
  }

  /** Returns the next number of {@code [0, 1)}, a multiple of 2⁻⁵³. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /**
   * Returns a number of {@code [0, bound)}, each equally likely to within 2⁻³².
   *
   * @throws IllegalArgumentException if the bound is below 1
   */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be at least 1, but is " + bound);
    }
    return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
  }

  /** Returns a number of the standard normal distribution, by Box and Muller's transform. */
  public double nextGaussian() {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * nextDouble());
  }

  /** Spreads 64 bits over 64 bits, one to one, so that near keys give unrelated streams. */
  public static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static float toFloat(long bits) {
    return (bits >>> 40) * 0x1p-24f;
  }
}
