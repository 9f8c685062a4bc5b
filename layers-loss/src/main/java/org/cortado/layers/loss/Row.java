package org.cortado.layers.loss;

import java.nio.FloatBuffer;
import org.cortado.api.blob.Buffers;

/** The scores of one position, to be read, and their gradients, to be overwritten. */
final class Row {

  private FloatBuffer x = Buffers.EMPTY;
  private FloatBuffer dx = Buffers.EMPTY;
  private int first;
  private int step;
  private int classes;

  /** Goes to a position. */
  Row at(FloatBuffer scores, FloatBuffer gradients, ClassAxis axis, int position) {
    x = scores;
    dx = gradients;
    first = axis.firstScore(position);
    step = axis.inner();
    classes = axis.classes();
    return this;
  }

  /** Returns the number of classes. */
  int classes() {
    return classes;
  }

  /** Returns the score of a class. */
  float get(int label) {
    return x.get(first + label * step);
  }

  /** Sets the gradient of a class's score. */
  void set(int label, double gradient) {
    dx.put(first + label * step, (float) gradient);
  }

  /** Adds to the gradient of a class's score, which was set before. */
  void add(int label, double gradient) {
    int at = first + label * step;
    dx.put(at, (float) (dx.get(at) + gradient));
  }
}
