package org.cortado.layers.activations;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.random.RandomStream;

/**
 * Drops elements at random while learning: {@code y = m · x}, where {@code m} is 0 with probability
 * {@code p}, the {@code dropout_ratio}, and else {@code 1 / (1 − p)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = m · dy}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Dropout. In the test phase {@code y = x}. The mask isn't kept: an element's 32 random
 * bits are drawn anew in backward, from a source that is keyed by the iteration, so a repeated pass
 * drops the same elements. A dropped element is 0 even if it was no number. Works in place:
 * backward reads neither {@code x} nor {@code y}.
 */
@LayerType(
    name = "Dropout",
    bottomNames = "x",
    topNames = "y",
    inPlace = true,
    keepsSigns = true,
    backwardReads = {})
@Help("drops elements at random while learning")
public final class DropoutLayer implements Layer {

  private static final int CHUNK = 2048;
  private static final int GRAIN = 8 * CHUNK;

  /** What a net file says of a {@code Dropout}. */
  public record Options(
      @Default("0.5") @Range(min = 0, below = 1) @Help("the probability that an element is dropped")
          float dropoutRatio) {}

  private final long least;
  private final float scale;
  private final boolean dropping;
  private final RandomStream random;
  private final Parallel parallel;
  private final Parallel.Body body = this::drop;
  private final float[][] chunks;
  private FloatBuffer input = Buffers.EMPTY;
  private FloatBuffer output = Buffers.EMPTY;

  @Inject
  DropoutLayer(Options options, LayerContext context, Backend backend) {
    least = (long) Math.ceil(options.dropoutRatio() * 0x1p32);
    scale = 1 / (1 - options.dropoutRatio());
    dropping = context.phase() == Phase.TRAIN;
    random = context.random("mask");
    parallel = backend.parallel();
    chunks = new float[parallel.threads()][CHUNK];
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshapeLike(bottom.get(0));
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    random.restart();
    pass(bottom.get(0).data(), top.get(0).data());
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      pass(top.get(0).diff(), bottom.get(0).diff());
    }
  }

  private void pass(Tensor from, Tensor to) {
    if (dropping) {
      input = from.read();
      output = to.write();
      parallel.forEach(from.count(), GRAIN, body);
    } else if (!from.sharesMemoryWith(to)) {
      to.copyFrom(from);
    }
  }

  private void drop(int worker, int begin, int end) {
    float[] values = chunks[worker];
    for (int at = begin; at < end; at += CHUNK) {
      int length = Math.min(CHUNK, end - at);
      input.get(at, values, 0, length);
      drop(values, at, length);
      output.put(at, values, 0, length);
    }
  }

  /** One draw serves two neighbours; chunks begin at even places. */
  private void drop(float[] values, int at, int length) {
    for (int i = 0; i + 1 < length; i += 2) {
      long bits = random.longAt((at + i) >> 1);
      values[i] = scale * keepIf(bits & 0xFFFFFFFFL, values[i]);
      values[i + 1] = scale * keepIf(bits >>> 32, values[i + 1]);
    }
    if (length % 2 == 1) {
      long bits = random.longAt((at + length - 1) >> 1);
      values[length - 1] = scale * keepIf(bits & 0xFFFFFFFFL, values[length - 1]);
    }
  }

  /** Returns {@code x} if the random number is at least {@code least}, else 0; without a branch. */
  private float keepIf(long number, float x) {
    int mask = (int) ((least - 1 - number) >> 63);
    return Float.intBitsToFloat(Float.floatToRawIntBits(x) & mask);
  }
}
