package org.cortado.engine.gradient;

/** A number made of the elements of all tops, one after the other: a sum of a term for each. */
interface Target {

  /** Returns what it is, for reports. */
  String name();

  /** Returns the term of element {@code i} when it is {@code y}. */
  double term(int i, float y);

  /** Returns the derivative of that term. */
  double slope(int i, float y);

  /** Returns by how much the number grows between two states of the tops. */
  default double change(float[] from, float[] to) {
    double change = 0;
    for (int i = 0; i < to.length; i++) {
      if (from[i] != to[i]) {
        change += term(i, to[i]) - term(i, from[i]);
      }
    }
    return change;
  }

  /** Returns how uncertain that change is when each element is rounded to a float. */
  default double noise(float[] from, float[] to) {
    double squares = 0;
    for (int i = 0; i < to.length; i++) {
      if (from[i] != to[i]) {
        double rounding = slope(i, to[i]) * Math.ulp(to[i]);
        squares += rounding * rounding;
      }
    }
    return Math.sqrt(squares);
  }
}
