package org.cortado.engine.gradient;

/**
 * A derivative by differences.
 *
 * @param step how far the element was moved to either side
 * @param central the slope between both sides
 * @param left the slope on the lower side
 * @param right the slope on the upper side
 * @param noise how uncertain the central slope is, because tops are rounded to floats
 */
record Difference(double step, double central, double left, double right, double noise) {

  /** Layers add and multiply in floats, too, so a top is further off than by its own rounding. */
  private static final double ROUNDINGS = 8;

  /** The values of one element and the outputs that they gave. */
  static final class Point {

    private final float x;
    private final float[] outputs;

    Point(float x, float[] outputs) {
      this.x = x;
      this.outputs = outputs;
    }
  }

  static Difference between(Target target, Point low, Point middle, Point high) {
    double width = (double) high.x - low.x;
    return new Difference(
        width / 2,
        target.change(low.outputs, high.outputs) / width,
        slope(target, low, middle),
        slope(target, middle, high),
        ROUNDINGS * target.noise(low.outputs, high.outputs) / width);
  }

  private static double slope(Target target, Point from, Point to) {
    return target.change(from.outputs, to.outputs) / ((double) to.x - from.x);
  }

  /** Returns how much the slopes of both sides differ. */
  double jump() {
    return Math.abs(right - left);
  }

  /**
   * Returns the central slope less the part of its error that shrinks with the square of the step
   * (Richardson), from this difference and one with a wider step.
   */
  double extrapolatedFrom(Difference wider) {
    double ratio = wider.step / step;
    double square = ratio * ratio;
    return (square * central - wider.central) / (square - 1);
  }
}
