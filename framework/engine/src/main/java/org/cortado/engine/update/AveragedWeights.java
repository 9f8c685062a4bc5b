package org.cortado.engine.update;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.net.Parameter;

/**
 * Averages of a net's parameters, statistics included, over a training.
 *
 * <p>Until they have seen any weights, the averages are the weights.
 */
public final class AveragedWeights implements AutoCloseable {

  private final WeightAveraging averaging;
  private final Parallel parallel;
  private final HeldTensors averages;
  private final Tensor[] weights;
  private final Tensor[] means;
  private final FloatBuffer[] openWeights;
  private final FloatBuffer[] openMeans;
  private final Pieces pieces;
  private final Parallel.Body averagingLoop;
  private final Parallel.Body exchange;
  private final Chunk[] chunks;
  private float share;
  private long count;
  private boolean swapped;

  /**
   * Makes averages that have seen nothing.
   *
   * @param parameters of one net, whose owner keeps them
   */
  public AveragedWeights(List<Parameter> parameters, WeightAveraging averaging, Backend backend) {
    this.averaging = averaging;
    parallel = backend.parallel();
    averages = new HeldTensors(backend.memory());
    weights = parameters.stream().map(each -> each.blob().data()).toArray(Tensor[]::new);
    means = tensors(parameters);
    openWeights = new FloatBuffer[weights.length];
    openMeans = new FloatBuffer[weights.length];
    pieces = new Pieces(parameters.stream().map(each -> each.blob().count()).toList());
    averagingLoop = pieces.loop(this::average);
    exchange = pieces.loop(this::exchange);
    chunks = Chunk.forThreads(parallel.threads(), 0);
  }

  private Tensor[] tensors(List<Parameter> parameters) {
    try {
      return parameters.stream()
          .map(each -> averages.add(each.key(), each.blob().shape()))
          .toArray(Tensor[]::new);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /**
   * Takes the net's weights into the averages, if the averaging asks for it.
   *
   * @param iteration how many iterations have been done
   * @throws IllegalStateException if the net has the averages just now
   */
  public void observe(long iteration) {
    if (swapped) {
      throw new IllegalStateException("the net has the averages instead of its weights");
    }
    double part = averaging.share(iteration, count);
    if (part > 0) {
      share = count == 0 ? 1 : (float) part;
      run(averagingLoop);
      count++;
    }
  }

  /**
   * Gives the net the averages, and keeps its weights until {@link #swapBack}.
   *
   * @throws IllegalStateException if the net has them already
   */
  public void swap() {
    requireSwapped(false);
    exchange();
  }

  /**
   * Gives the net its weights back, to the bit.
   *
   * @throws IllegalStateException if it has them already
   */
  public void swapBack() {
    requireSwapped(true);
    exchange();
  }

  private void requireSwapped(boolean wanted) {
    if (swapped != wanted) {
      throw new IllegalStateException(
          swapped ? "the net has the averages already" : "the net has its weights already");
    }
  }

  private void exchange() {
    if (count > 0) {
      run(exchange);
    }
    swapped = !swapped;
  }

  private void run(Parallel.Body loop) {
    for (int i = 0; i < weights.length; i++) {
      openWeights[i] = weights[i].update();
      openMeans[i] = means[i].update();
    }
    pieces.forEach(parallel, loop);
  }

  private void average(int worker, int piece, int parameter, int from, int length) {
    float[] w = chunks[worker].weights;
    float[] mean = chunks[worker].before;
    float part = share;
    openWeights[parameter].get(from, w, 0, length);
    if (part < 1) {
      openMeans[parameter].get(from, mean, 0, length);
      for (int i = 0; i < length; i++) {
        w[i] = mean[i] + part * (w[i] - mean[i]);
      }
    }
    openMeans[parameter].put(from, w, 0, length);
  }

  private void exchange(int worker, int piece, int parameter, int from, int length) {
    float[] w = chunks[worker].weights;
    float[] mean = chunks[worker].before;
    openWeights[parameter].get(from, w, 0, length);
    openMeans[parameter].get(from, mean, 0, length);
    openWeights[parameter].put(from, mean, 0, length);
    openMeans[parameter].put(from, w, 0, length);
  }

  /** Returns how many weights the averages have seen. */
  public long count() {
    return count;
  }

  /**
   * Returns the averages, by parameter: {@code conv1.0}. The tensors are the owner's: to be read,
   * and to be overwritten before {@link #restore}; between swaps they hold the net's weights.
   */
  public Map<String, Tensor> tensors() {
    return averages.tensors();
  }

  /**
   * Goes on from averages that have seen so many weights.
   *
   * @param seen what {@link #count} was
   */
  public void restore(long seen) {
    count = seen;
  }

  /** Frees the averages. */
  @Override
  public void close() {
    averages.close();
  }
}
