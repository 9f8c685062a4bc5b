package org.cortado.engine.update;

import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.update.Update;
import org.cortado.api.update.UpdateRule;

/**
 * A rate for each weight that falls with the mean square of its late gradients: {@code h ←
 * rms_decay · h + (1 − rms_decay) · g²; w ← w − rate · g / (√h + delta)}.
 *
 * <p>Tieleman and Hinton 2012, as Caffe has it.
 */
@TypeName("RMSProp")
@Help("divides by the root of the moving mean of squared gradients")
public record RmsPropRule(
    @Default("0.99") @Range(min = 0, below = 1) @Help("how much of the mean square is kept")
        double rmsDecay,
    @Default("1e-8") @Range(min = 0) @Help("what keeps the divisor from 0") double delta)
    implements UpdateRule {

  @Override
  public List<String> histories() {
    return List.of("square");
  }

  @Override
  public Update newUpdate() {
    float kept = (float) rmsDecay;
    float taken = (float) (1 - rmsDecay);
    float added = (float) delta;
    return (w, g, histories, rate, length) -> {
      float[] h = histories[0];
      for (int i = 0; i < length; i++) {
        h[i] = kept * h[i] + taken * g[i] * g[i];
        w[i] -= rate * g[i] / ((float) Math.sqrt(h[i]) + added);
      }
    };
  }
}
