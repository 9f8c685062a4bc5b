package org.cortado.engine.update;

import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;

/**
 * A mean that forgets: {@code average ← decay · average + (1 − decay) · weights} after each
 * iteration, from the weights of {@code start} on.
 *
 * <p>Polyak's averaging, exponentially weighted. With {@code warm} the decay is {@code min(decay,
 * (1 + n) / (10 + n))}, {@code n} iterations after the average began, as TensorFlow has it, so that
 * the first weights don't weigh too much.
 */
@TypeName("ema")
@Help("an exponential moving average of the weights")
public record EmaAveraging(
    @Default("0.999") @Range(min = 0, below = 1) @Help("how much of the average is kept")
        double decay,
    @Default("0") @Range(min = 0) @Help("how many iterations are done before it begins") long start,
    @Default("false") @Help("whether less of the average is kept at first") boolean warm)
    implements WeightAveraging {

  @Override
  public double share(long iteration, long count) {
    if (iteration < start) {
      return 0;
    }
    return 1 - (warm ? Math.min(decay, (1.0 + count) / (10.0 + count)) : decay);
  }
}
