package org.cortado.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares of a layer all that tools need to know without running it.
 *
 * <p>A line of {@link org.cortado.api.option.Help} on the same class says what the layer does.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LayerType {

  /** Stands for any number of bottoms or tops. */
  int ANY = Integer.MAX_VALUE;

  /** Stands for the value of {@link #bottoms} or {@link #tops}. */
  int SAME = -1;

  /** The name that net files use: {@code Convolution}, or {@code vendor:Type} for a third party. */
  String name();

  /** The number of bottoms, or the least number where {@link #maxBottoms} is given. */
  int bottoms() default 1;

  /** The greatest number of bottoms; {@link #ANY} for no limit. */
  int maxBottoms() default SAME;

  /** The number of tops, or the least number where {@link #maxTops} is given. */
  int tops() default 1;

  /** The greatest number of tops; {@link #ANY} for no limit. */
  int maxTops() default SAME;

  /** Whether there must be as many tops as bottoms. */
  boolean topsMatchBottoms() default false;

  /** What the bottoms are, in order, for {@code cortado describe}; the last one repeats. */
  String[] bottomNames() default {};

  /** What the tops are, in order; the last one repeats. */
  String[] topNames() default {};

  /** Whether bottom 0 and top 0 may be one blob, or two that stand on the same memory. */
  boolean inPlace() default false;

  /**
   * Whether bottom 0 and top 0 may be one blob where the layer's backward doesn't run, as that of a
   * Log may: only its gradient needs what it overwrites. Goes without saying if {@link #inPlace}.
   */
  boolean inPlaceForward() default false;

  /**
   * Whether the layer, working in place, keeps which elements are above 0, save those to which it
   * passes no gradient: a Dropout after a ReLU does.
   */
  boolean keepsSigns() default false;

  /**
   * Whether the tops stand on the memory of bottom 0's data, as those of a Flatten or a Split do: a
   * layer that works in place on one changes them all.
   */
  boolean sharesData() default false;

  /** What backward reads. The net may reuse the memory of the rest. */
  Reads[] backwardReads() default {Reads.BOTTOM_DATA, Reads.TOP_DATA};

  /** Whether the first top is a loss: its loss weight is 1 unless the file says otherwise. */
  boolean loss() default false;

  /** The bottoms that can take no gradient, such as labels; -1 is the last. */
  int[] noGradient() default {};

  /**
   * The tops that can take no gradient, such as the place of a maximum: their diff is neither
   * written nor read.
   */
  int[] noGradientTops() default {};

  /** Whether there is a backward pass at all. */
  boolean differentiable() default true;

  /** What the testkit is to believe of the layer, whatever its options. */
  Claim[] claims() default {};
}
