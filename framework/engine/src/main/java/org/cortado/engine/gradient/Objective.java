package org.cortado.engine.gradient;

/** Which number, made of a layer's tops, is differentiated. */
public enum Objective {
  /**
   * A sum of all elements with random weights of both signs.
   *
   * <p>Unlike the sum of squares it sees the gradient of an element that is 0.
   */
  WEIGHTED_SUM,
  /** Half the sum of squares of all elements, as Caffe's checker takes it. */
  HALF_SQUARES,
  /**
   * Each element in turn, so that a term which should not be there is seen, too. For small tops.
   */
  EACH_ELEMENT
}
