package org.cortado.api;

import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the memory planner asks of a layer.
 *
 * @param inPlace whether bottom 0 and top 0 may be one blob
 * @param inPlaceForward whether they may where backward doesn't run; true if {@code inPlace} is
 * @param keepsSigns whether working in place keeps the {@linkplain LayerType#keepsSigns signs}
 * @param backwardReads what backward reads besides {@code top.diff} and the parameters
 */
public record LayerTraits(
    boolean inPlace, boolean inPlaceForward, boolean keepsSigns, Set<Reads> backwardReads) {

  /**
   * Implemented by an options record on whose values the traits depend.
   *
   * <p>A leaky ReLU, say, can work in place only while its slope keeps the sign of the input.
   */
  public interface FromOptions {

    /** Returns the traits of a layer with these options, given those of its declaration. */
    LayerTraits refine(LayerTraits declared);
  }

  /** Copies the set. */
  public LayerTraits {
    inPlaceForward |= inPlace;
    backwardReads = Set.copyOf(backwardReads);
  }

  /** Makes those of a layer that works in place whether or not backward runs, or never. */
  public LayerTraits(boolean inPlace, boolean keepsSigns, Set<Reads> backwardReads) {
    this(inPlace, inPlace, keepsSigns, backwardReads);
  }

  /** Makes those of a layer that keeps no signs. */
  public LayerTraits(boolean inPlace, Set<Reads> backwardReads) {
    this(inPlace, false, backwardReads);
  }

  /** Returns those of a layer that works in place only where backward doesn't run. */
  public static LayerTraits forwardInPlace(Set<Reads> backwardReads) {
    return new LayerTraits(false, true, false, backwardReads);
  }

  /**
   * Returns whether a layer can give a gradient to one of its bottoms.
   *
   * @param bottom counted from 0
   * @param bottoms how many it has
   */
  public static boolean takesGradient(LayerType type, int bottom, int bottoms) {
    for (int without : type.noGradient()) {
      if (bottom == (without < 0 ? bottoms + without : without)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a gradient comes through one of a layer's tops, counted from 0. */
  public static boolean givesGradient(LayerType type, int top) {
    return IntStream.of(type.noGradientTops()).noneMatch(without -> without == top);
  }

  /** Returns the traits that a declaration states. */
  public static LayerTraits of(LayerType type) {
    return new LayerTraits(
        type.inPlace(), type.inPlaceForward(), type.keepsSigns(), Set.of(type.backwardReads()));
  }

  /**
   * Returns the traits that a layer's declaration states.
   *
   * @throws IllegalArgumentException if the class bears none
   */
  public static LayerTraits of(Class<? extends Layer> layer) {
    return of(declaration(layer));
  }

  /**
   * Returns a layer's declaration.
   *
   * @throws IllegalArgumentException if the class bears none
   */
  public static LayerType declaration(Class<? extends Layer> layer) {
    LayerType declaration = layer.getAnnotation(LayerType.class);
    if (declaration == null) {
      throw new IllegalArgumentException(layer.getName() + " has no @LayerType");
    }
    return declaration;
  }
}
