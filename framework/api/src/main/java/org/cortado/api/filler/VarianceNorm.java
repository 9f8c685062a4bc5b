package org.cortado.api.filler;

import org.cortado.api.blob.Shape;

/** Which number of connections a filler divides its variance by. */
public enum VarianceNorm {
  /** The inputs of one output. */
  FAN_IN,
  /** The outputs of one input. */
  FAN_OUT,
  /** The mean of both. */
  AVERAGE;

  /**
   * Returns the number of connections for a parameter of the given shape.
   *
   * <p>As in Caffe the fan in is {@code count / shape[0]} and the fan out {@code count / shape[1]},
   * which is {@code count} where there is one axis.
   */
  double connections(Shape shape) {
    double in = shape.axes() == 0 ? 1 : shape.count(1);
    double out = shape.axes() < 2 ? shape.count() : (double) shape.count() / shape.dim(1);
    return switch (this) {
      case FAN_IN -> in;
      case FAN_OUT -> out;
      case AVERAGE -> (in + out) / 2;
    };
  }
}
