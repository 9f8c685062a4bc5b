package org.cortado.layers.activations;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.Arrays;
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
 * <p>Caffe's Dropout. In the test phase {@code y = x}. The mask isn't kept: an element's 31 random
 * bits are drawn anew in backward, as a function of its index and of a key that is the iteration's,
 * so a repeated pass drops the same elements, on any number of threads. A dropped element is 0 even
 * if it was no number. Works in place: backward reads neither {@code x} nor {@code y}.
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

  private static final int CHUNK = RandomStream.BURST;
  private static final int GRAIN = 8 * CHUNK;

  /** What a net file says of a {@code Dropout}. */
  public record Options(
      @Default("0.5") @Range(min = 0, below = 1) @Help("the probability that an element is dropped")
          float dropoutRatio) {}

  private final int least;
  private final float scale;
  private final boolean dropping;
  private final RandomStream random;
  private final Parallel parallel;
  private final Parallel.Body body = this::drop;
  private final DropoutChunk[] chunks;
  private FloatBuffer input = Buffers.EMPTY;
  private FloatBuffer output = Buffers.EMPTY;

  @Inject
  DropoutLayer(Options options, LayerContext context, Backend backend) {
    least = (int) Math.ceil(options.dropoutRatio() * 0x1p31);
    scale = 1 / (1 - options.dropoutRatio());
    dropping = context.phase() == Phase.TRAIN;
    random = context.random("mask");
    parallel = backend.parallel();
    chunks = new DropoutChunk[parallel.threads()];
    Arrays.setAll(chunks, worker -> new DropoutChunk(CHUNK));
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
    for (int at = begin; at < end; at += CHUNK) {
      drop(chunks[worker], at, Math.min(CHUNK, end - at));
    }
  }

  private void drop(DropoutChunk chunk, int at, int length) {
    chunk.load(input, at, length);
    chunk.scale(scale, length);
    random.intsAt(at, chunk.numbers(), length);
    chunk.drop(least, length);
    chunk.store(output, at, length);
  }
}
