package org.cortado.engine.update;

import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;

/**
 * The plain mean of the weights after {@code start} iterations and after every {@code interval}
 * from there.
 *
 * <p>Izmailov et al. 2018, stochastic weight averaging.
 */
@TypeName("swa")
@Help("the mean of the weights of every so many iterations")
public record SwaAveraging(
    @Range(min = 0) @Help("how many iterations are done before the first weights are taken")
        long start,
    @Default("1") @Range(min = 1) @Help("how many iterations are between those that are taken")
        long interval)
    implements WeightAveraging {

  @Override
  public double share(long iteration, long count) {
    boolean taken = iteration >= start && (iteration - start) % interval == 0;
    return taken ? 1.0 / (count + 1) : 0;
  }
}
