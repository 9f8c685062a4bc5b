package org.cortado.engine.update;

import java.util.function.LongToDoubleFunction;
import org.cortado.api.update.Update;

/** {@code w ← w − rate · factor · m / (√v + delta)}, with what a step makes of the constants. */
final class AdamUpdate implements Update {

  private final Moments moments;
  private final LongToDoubleFunction factors;
  private final LongToDoubleFunction deltas;
  private float factor;
  private float delta;

  AdamUpdate(Moments moments, LongToDoubleFunction factors, LongToDoubleFunction deltas) {
    this.moments = moments;
    this.factors = factors;
    this.deltas = deltas;
  }

  @Override
  public void begin(long step) {
    factor = (float) factors.applyAsDouble(step);
    delta = (float) deltas.applyAsDouble(step);
  }

  @Override
  public void change(float[] w, float[] g, float[][] histories, float rate, int length) {
    float kept = (float) moments.momentum();
    float taken = (float) (1 - moments.momentum());
    float kept2 = (float) moments.momentum2();
    float taken2 = (float) (1 - moments.momentum2());
    float scale = rate * factor;
    float added = delta;
    float[] m = histories[0];
    float[] v = histories[1];
    for (int i = 0; i < length; i++) {
      m[i] = kept * m[i] + taken * g[i];
      v[i] = kept2 * v[i] + taken2 * g[i] * g[i];
      w[i] -= scale * m[i] / ((float) Math.sqrt(v[i]) + added);
    }
  }
}
