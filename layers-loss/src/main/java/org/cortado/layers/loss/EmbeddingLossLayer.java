package org.cortado.layers.loss;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BlockedSum;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;

/** The base of a loss that is the mean of what the vectors of each item add. */
abstract class EmbeddingLossLayer implements Layer {

  private static final int ELEMENTS_WORTH_A_THREAD = 4096;

  private final Parallel parallel;
  private final Vectors vectors;
  private final BlockedSum losses;
  private final Parallel.Body gradients = this::gradients;
  private FloatBuffer dx = Buffers.EMPTY;
  private int propagated;
  private double factor;

  EmbeddingLossLayer(Backend backend, int bottoms) {
    parallel = backend.parallel();
    vectors = new Vectors(bottoms);
    losses = new BlockedSum(parallel, this::losses);
  }

  /** Returns the vectors. */
  final Vectors vectors() {
    return vectors;
  }

  /** Checks the shapes of bottoms that hold no vectors. */
  void reshapeOthers(List<Blob> bottom) {}

  /** Reads and checks bottoms that hold no vectors. */
  void readOthers(List<Blob> bottom) {}

  /** Returns what an item adds. */
  abstract double loss(int item);

  /**
   * Overwrites the gradient of the vector that a bottom holds for an item: the derivative of what
   * the item adds, times a factor.
   */
  abstract void gradient(int item, int bottom, double factor, FloatBuffer dx);

  @Override
  public final void reshape(List<Blob> bottom, List<Blob> top) {
    vectors.reshape(bottom);
    reshapeOthers(bottom);
    losses.reshape(vectors.items(), vectors.bottoms() * vectors.size());
    top.get(0).reshape(Shape.of());
  }

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    vectors.read(bottom);
    readOthers(bottom);
    top.get(0).data().write().put(0, (float) (losses.take() / Math.max(1, vectors.items())));
  }

  private double losses(int worker, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += loss(i);
    }
    return sum;
  }

  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    vectors.read(bottom);
    factor = (double) top.get(0).diff().read().get(0) / Math.max(1, vectors.items());
    int grain = Math.max(1, ELEMENTS_WORTH_A_THREAD / Math.max(1, vectors.size()));
    for (int i = 0; i < vectors.bottoms(); i++) {
      if (propagateDown[i]) {
        propagated = i;
        dx = bottom.get(i).diff().write();
        parallel.forEach(vectors.items(), grain, gradients);
      }
    }
  }

  private void gradients(int worker, int from, int to) {
    for (int i = from; i < to; i++) {
      gradient(i, propagated, factor, dx);
    }
  }
}
