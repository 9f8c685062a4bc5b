package org.cortado.layers.loss;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.NumbersException;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BlockedSum;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * The share of positions whose label is among the {@code top_k} best scores.
 *
 * <ul>
 *   <li>bottom 0: scores {@code [outer x classes x inner]}, split at {@code axis}
 *   <li>bottom 1: labels, {@code outer · inner} whole numbers from 0 to {@code classes − 1}
 *   <li>top 0: the share, {@code []}; 0 if every label is ignored
 *   <li>top 1, if named: the share of each class, {@code [classes]}; 0 where a class has no label
 *   <li>no backward pass, no parameters
 * </ul>
 *
 * <p>Caffe's Accuracy. As there, ties count against: the label's score must be greater than all but
 * {@code top_k − 1} others. In Caffe scores that are no numbers make every position right; here
 * they are an {@link NumbersException}, since not the data are at fault but the net.
 */
@LayerType(
    name = "Accuracy",
    bottoms = 2,
    maxTops = 2,
    bottomNames = {"scores", "labels"},
    topNames = {"accuracy", "accuracy of each class"},
    backwardReads = {},
    noGradient = {0, 1},
    differentiable = false)
@Help("the share of labels among the best scores")
public final class AccuracyLayer implements Layer {

  /** What a net file says of an {@code Accuracy}. */
  public record Options(
      @Default("1") @Range(min = 1) @Help("how many of the best scores count as right") int topK,
      @Default("1") @Help("the axis of the classes; negative counts from the end") int axis,
      @Help("a label whose positions count for nothing") Optional<Integer> ignoreLabel) {}

  private final Options options;
  private final Labels labels;
  private final BlockedSum judging;
  private ClassAxis scores = ClassAxis.NONE;
  private FloatBuffer x = Buffers.EMPTY;
  private boolean[] right = {};
  private int[] rights = {};
  private int[] counts = {};

  @Inject
  AccuracyLayer(Options options, Backend backend) {
    this.options = options;
    labels = new Labels(options.ignoreLabel(), backend.parallel());
    judging = new BlockedSum(backend.parallel(), this::judge);
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    scores = ClassAxis.of(bottom.get(0).shape(), options.axis());
    scores.requireLabels(bottom.get(1).shape());
    if (options.topK() > scores.classes()) {
      throw new InvalidLayerException(
          "top_k must be at most %d, the number of classes, but is %d"
              .formatted(scores.classes(), options.topK()));
    }
    labels.reshape(scores.positions());
    judging.reshape(scores.positions(), scores.classes());
    top.get(0).reshape(Shape.of());
    if (top.size() > 1) {
      top.get(1).reshape(Shape.of(scores.classes()));
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    labels.read(bottom.get(1).data(), scores.classes());
    x = bottom.get(0).data().read();
    right = right.length == labels.count() ? right : new boolean[labels.count()];
    double sum = judging.take();
    if (Double.isNaN(sum)) {
      throw refusal();
    }
    top.get(0).data().write().put(0, share((int) sum, labels.counted()));
    if (top.size() > 1) {
      writeShares(top.get(1).data().write());
    }
  }

  /** Returns how many are right, NaN if a score is. */
  private double judge(int worker, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      if (labels.at(i) != Labels.IGNORED) {
        double better = notWorse(i);
        right[i] = better <= options.topK();
        sum += Double.isNaN(better) ? Double.NaN : right[i] ? 1 : 0;
      }
    }
    return sum;
  }

  /** Returns how many scores are not less than the label's, its own included; NaN if one is. */
  private double notWorse(int position) {
    int first = scores.firstScore(position);
    float least = x.get(scores.score(position, labels.at(position)));
    double count = 0;
    for (int label = 0; label < scores.classes(); label++) {
      float score = x.get(first + label * scores.inner());
      count += Float.isNaN(score) ? Double.NaN : score >= least ? 1 : 0;
    }
    return count;
  }

  private NumbersException refusal() {
    int position = 0;
    while (labels.at(position) == Labels.IGNORED || !Double.isNaN(notWorse(position))) {
      position++;
    }
    int label = 0;
    while (!Float.isNaN(x.get(scores.score(position, label)))) {
      label++;
    }
    return new NumbersException(
        "the score of class %d at position %d of %s is NaN"
            .formatted(label, position, scores.shape()));
  }

  private void writeShares(FloatBuffer shares) {
    rights = zeros(rights);
    counts = zeros(counts);
    for (int i = 0; i < labels.count(); i++) {
      if (labels.at(i) != Labels.IGNORED) {
        counts[labels.at(i)]++;
        rights[labels.at(i)] += right[i] ? 1 : 0;
      }
    }
    for (int label = 0; label < scores.classes(); label++) {
      shares.put(label, share(rights[label], counts[label]));
    }
  }

  private int[] zeros(int[] old) {
    int[] zeros = old.length == scores.classes() ? old : new int[scores.classes()];
    Arrays.fill(zeros, 0);
    return zeros;
  }

  private static float share(int right, int count) {
    return count == 0 ? 0 : (float) right / count;
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    throw new UnsupportedOperationException("Accuracy has no backward pass");
  }
}
