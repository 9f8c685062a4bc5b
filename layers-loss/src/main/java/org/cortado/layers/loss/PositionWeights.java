package org.cortado.layers.loss;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.backend.BlockedSum;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;

/**
 * What the loss of each position is multiplied by, kept from forward to backward: the weight of its
 * label's class, if there are such, times that of the position, if a bottom gives it.
 */
final class PositionWeights {

  private static final float[] NONE = {};

  private final LabelOptions options;
  private final float[] ofClasses;
  private final Labels labels;
  private final BlockedSum reading;
  private boolean ofPositions;
  private int count;
  private int positionsOfAWeight = 1;
  private FloatBuffer given = Buffers.EMPTY;
  private float[] weights = NONE;

  PositionWeights(LabelOptions options, Labels labels, Parallel parallel) {
    this.options = options;
    this.labels = labels;
    ofClasses = options.weightsOfClasses();
    reading = new BlockedSum(parallel, this::read);
  }

  /**
   * Checks the weights.
   *
   * @param bottom all bottoms
   * @param index which of them are the weights, if there are so many
   */
  void reshape(ClassAxis scores, List<Blob> bottom, int index) {
    options.requireClasses(scores.classes());
    ofPositions = bottom.size() > index;
    if (ofPositions) {
      positionsOfAWeight = positionsOfAWeight(scores, bottom.get(index).shape());
    }
    count = ofPositions || ofClasses.length > 0 ? scores.positions() : 0;
    reading.reshape(count, 1);
  }

  private static int positionsOfAWeight(ClassAxis scores, Shape weights) {
    if (weights.count() == scores.positions()) {
      return 1;
    }
    if (weights.count() != scores.outer()) {
      throw new InvalidLayerException(
          "there must be %d weights, one for each position of the scores %s, or %d, one for each"
                  .formatted(scores.positions(), scores.shape(), scores.outer())
              + " item, but the weights are "
              + weights);
    }
    return scores.inner();
  }

  /** Reads the weights, once the labels are read, and returns the sum of their sizes. */
  double read(List<Blob> bottom, int index) {
    if (ofPositions) {
      given = bottom.get(index).data().read();
    }
    weights = weights.length == count ? weights : new float[count];
    return count == 0 ? labels.counted() : reading.take();
  }

  private double read(int worker, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      weights[i] = labels.at(i) == Labels.IGNORED ? 0 : ofClass(labels.at(i)) * ofPosition(i);
      sum += Math.abs(weights[i]);
    }
    return sum;
  }

  private float ofClass(int label) {
    return ofClasses.length == 0 ? 1 : ofClasses[label];
  }

  private float ofPosition(int position) {
    return ofPositions ? given.get(position / positionsOfAWeight) : 1;
  }

  /** Returns the weight of a position. */
  float at(int position) {
    return count == 0 ? 1 : weights[position];
  }
}
