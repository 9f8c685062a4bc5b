package org.cortado.engine.watch;

import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/** What a training is watched for, beside a loss that isn't finite. */
public record WatchOptions(
    @Default("true")
        @Help("whether to end before a gradient that is NaN or infinite reaches the weights")
        boolean gradients,
    @Default("true")
        @Help("whether to warn of dead units, vanishing updates, equal weights, a bad first loss")
        boolean warnings,
    @Default("3")
        @Range(min = 1)
        @Help("at how many displays in a row something must be wrong before it is warned of")
        int patience,
    @Default("0.5")
        @Range(min = 0, max = 1)
        @Help("more than what share of a layer's units must be dead before it is warned of")
        double deadShare) {

  /** What is watched for where a file says nothing. */
  public static final WatchOptions DEFAULT = new WatchOptions(true, true, 3, 0.5);
}
