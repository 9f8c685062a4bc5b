package org.cortado.layers.loss;

import org.cortado.api.InvalidLayerException;
import org.cortado.api.backend.Softmax;
import org.cortado.api.blob.Shape;

/**
 * Scores as {@code [outer x classes x inner]}, one axis of theirs being the classes.
 *
 * @param shape the shape of the scores
 * @param outer the product of the sizes before the axis
 * @param classes the size of the axis
 * @param inner the product of the sizes after the axis
 */
record ClassAxis(Shape shape, int outer, int classes, int inner) {

  /** Stands for the scores before the first reshape. */
  static final ClassAxis NONE = new ClassAxis(Shape.of(0), 0, 0, 0);

  /** Divides a shape at an axis, which may count from the end. */
  static ClassAxis of(Shape scores, int axis) {
    if (axis < -scores.axes() || axis >= scores.axes()) {
      throw new InvalidLayerException(
          "axis must be an axis of the scores, but is " + axis + " while they are " + scores);
    }
    int from0 = scores.canonicalAxis(axis);
    return new ClassAxis(
        scores, scores.count(0, from0), scores.dim(from0), scores.count(from0 + 1));
  }

  /** Takes all behind the first axis for classes. */
  static ClassAxis behindTheFirst(Shape scores) {
    if (scores.axes() == 0) {
      throw new InvalidLayerException("the scores must have at least one axis, but are " + scores);
    }
    return new ClassAxis(scores, scores.dim(0), scores.count(1), 1);
  }

  /**
   * Returns how many labels these scores go with: one for each place off the axis. For reshape: it
   * allocates.
   */
  int positions() {
    return Shape.of(outer, inner).count();
  }

  /** Returns where the score of class 0 of a position is; that of the next is {@code inner} on. */
  int firstScore(int position) {
    return position / inner * classes * inner + position % inner;
  }

  /** Returns where the score of a class of a position is. */
  int score(int position, int label) {
    return firstScore(position) + label * inner;
  }

  Softmax.Spec softmax() {
    return new Softmax.Spec(outer, classes, inner);
  }

  Softmax.Spec logSoftmax() {
    return new Softmax.Spec(outer, classes, inner, true);
  }

  void requireLabels(Shape labels) {
    if (labels.count() != positions()) {
      throw new InvalidLayerException(
          "there must be %d labels, one for each position of the scores %s, but the labels are %s"
              .formatted(positions(), shape, labels));
    }
  }
}
