package org.cortado.layers.loss;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.backend.BlockedSum;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Tensor;

/**
 * The weighted sum of what each position with a label adds, divided as the {@link Normalization}
 * says, and its gradient: what all losses over labels have in common.
 *
 * <p>Bottom 1 holds the labels, a bottom after the layer's other ones the weights.
 */
final class LabelledLoss {

  private static final int ELEMENTS_WORTH_A_THREAD = 4096;

  private final LabelOptions options;
  private final Term term;
  private final int weightsIndex;
  private final Parallel parallel;
  private final Labels labels;
  private final PositionWeights weights;
  private final BlockedSum losses;
  private final Parallel.Body gradients = this::gradients;
  private final List<Row> rows;
  private ClassAxis scores = ClassAxis.NONE;
  private FloatBuffer x = Buffers.EMPTY;
  private FloatBuffer dx = Buffers.EMPTY;
  private double divisor = 1;
  private double factor;

  /**
   * Makes one.
   *
   * @param weightsIndex which bottom holds the weights, if there are so many
   */
  LabelledLoss(LabelOptions options, Term term, int weightsIndex, Parallel parallel) {
    this.options = options;
    this.term = term;
    this.weightsIndex = weightsIndex;
    this.parallel = parallel;
    labels = new Labels(options.ignoreLabel(), parallel);
    weights = new PositionWeights(options, labels, parallel);
    losses = new BlockedSum(parallel, this::losses);
    rows = Stream.generate(Row::new).limit(parallel.threads()).toList();
  }

  /** Checks labels and weights against the scores. */
  void reshape(ClassAxis changed, List<Blob> bottom) {
    scores = changed;
    scores.requireLabels(bottom.get(1).shape());
    labels.reshape(scores.positions());
    weights.reshape(scores, bottom, weightsIndex);
    losses.reshape(scores.positions(), scores.classes());
  }

  /**
   * Returns the loss.
   *
   * @param read what the terms are told of: the scores or what was made of them
   * @throws org.cortado.api.DataException if a label is out of range
   */
  float forward(List<Blob> bottom, Tensor read) {
    labels.read(bottom.get(1).data(), scores.classes());
    double sum = weights.read(bottom, weightsIndex);
    divisor =
        options.normalization().divisor(labels.count(), labels.counted(), scores.outer(), sum);
    x = read.read();
    return (float) (losses.take() / divisor);
  }

  private double losses(int worker, int from, int to) {
    Row row = rows.get(worker);
    double sum = 0;
    for (int i = from; i < to; i++) {
      if (labels.at(i) != Labels.IGNORED) {
        sum += weights.at(i) * term.loss(row.at(x, Buffers.EMPTY, scores, i), labels.at(i));
      }
    }
    return sum;
  }

  /**
   * Overwrites a gradient; 0 where the label is ignored.
   *
   * @param slope the gradient of the loss itself
   * @param read what forward was given
   */
  void backward(float slope, Tensor read, Tensor written) {
    factor = slope / divisor;
    x = read.read();
    dx = written.write();
    int grain = Math.max(1, ELEMENTS_WORTH_A_THREAD / Math.max(1, scores.classes()));
    parallel.forEach(labels.count(), grain, gradients);
  }

  private void gradients(int worker, int from, int to) {
    Row row = rows.get(worker);
    for (int i = from; i < to; i++) {
      row.at(x, dx, scores, i);
      if (labels.at(i) == Labels.IGNORED) {
        clear(row);
      } else {
        term.gradient(row, labels.at(i), factor * weights.at(i));
      }
    }
  }

  private static void clear(Row row) {
    for (int label = 0; label < row.classes(); label++) {
      row.set(label, 0);
    }
  }
}
