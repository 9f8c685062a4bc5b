package org.cortado.api;

import org.cortado.api.backend.Backend;

/**
 * The base of a layer that is one formula for every element, given with its derivative.
 *
 * <pre>{@code
 * @LayerType(name = "acme:Softsign", inPlace = true, backwardReads = Reads.TOP_DATA)
 * @Help("x / (1 + |x|)")
 * public final class SoftsignLayer extends FormulaLayer {
 *
 *   @Inject
 *   SoftsignLayer(Backend backend) {
 *     super(backend);
 *   }
 *
 *   @Override
 *   protected float value(float x) {
 *     return x / (1 + Math.abs(x));
 *   }
 *
 *   @Override
 *   protected float derivative(float x, float y) {
 *     float slack = 1 - Math.abs(y);
 *     return slack * slack;
 *   }
 * }
 * }</pre>
 *
 * <p>The loops around the formulas run on all threads, and each class of layers has loops of its
 * own, which the compiler turns into vector instructions where the formulas allow it: arithmetic on
 * {@code float}, {@link Math#abs(float)}, {@link Math#min(float, float)}, {@link Math#max(float,
 * float)}, {@link #step} and final fields do. A condition that hangs on the element, as in {@code x
 * > 0 ? x : 0}, costs four times as much where its outcome can't be foretold: {@code Math.max(x,
 * 0)} says the same, and so does {@code step(y)} for a derivative of {@code y > 0 ? 1 : 0}. A
 * function that is computed in {@code double}, such as {@link Math#exp}, costs some ten times the
 * rest.
 *
 * <p>Options go into final fields. Where a formula has to be a loop over arrays, take {@link
 * ElementwiseLayer} itself.
 */
public abstract class FormulaLayer extends ElementwiseLayer {

  private static final Specialized<FormulaLoops> LOOPS =
      new Specialized<>(FormulaLoops.class, new PlainFormulaLoops());

  private static final float HUGE = 1e38f;

  private final FormulaLoops loops = LOOPS.get(getClass());

  /** Makes a layer whose traits are those of its declaration. */
  protected FormulaLayer(Backend backend) {
    super(backend);
  }

  /** Makes a layer whose traits are refined by its options. */
  protected FormulaLayer(Backend backend, LayerTraits traits) {
    super(backend, traits);
  }

  /** Returns {@code y} of {@code x}. Called by several threads at once. */
  protected abstract float value(float x);

  /**
   * Returns the derivative of {@code y} by {@code x}. Called by several threads at once.
   *
   * @param x the element of the bottom; NaN unless the declaration says that backward reads it
   * @param y the element of the top; NaN unless the declaration says that backward reads it, and
   *     its sign alone where it says {@link Reads#TOP_SIGN}
   */
  protected abstract float derivative(float x, float y);

  /** Returns 1 above 0 and else 0, without a condition; NaN of NaN. */
  protected static float step(float x) {
    return Math.min(Math.max(x, 0) * HUGE * HUGE, 1);
  }

  @Override
  protected final void forward(float[] x, float[] y, int length) {
    loops.forward(this, x, y, length);
  }

  @Override
  protected final void backward(float[] x, float[] y, float[] dy, float[] dx, int length) {
    loops.backward(this, x, y, dy, dx, length);
  }
}
