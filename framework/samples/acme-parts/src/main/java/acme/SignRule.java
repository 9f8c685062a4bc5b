package acme;

import java.util.List;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.update.Update;
import org.cortado.api.update.UpdateRule;

/**
 * Steps of one size against the sign of the mean gradient: {@code m ← decay · m + (1 − decay) · g;
 * w ← w − rate · sign(m)}.
 */
@TypeName("acme:Sign")
@Help("steps of one size against the sign of the mean gradient")
public record SignRule(
    @Default("0.9") @Range(min = 0, below = 1) @Help("how much of the mean is kept") double decay)
    implements UpdateRule {

  @Override
  public List<String> histories() {
    return List.of("mean");
  }

  @Override
  public Update newUpdate() {
    float kept = (float) decay;
    return (w, g, histories, rate, length) -> {
      float[] m = histories[0];
      for (int i = 0; i < length; i++) {
        m[i] = kept * m[i] + (1 - kept) * g[i];
        w[i] -= rate * Math.signum(m[i]);
      }
    };
  }
}
