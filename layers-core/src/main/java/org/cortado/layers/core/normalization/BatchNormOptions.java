package org.cortado.layers.core.normalization;

import java.util.Optional;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/** What a net file says of a {@code BatchNorm}. */
public record BatchNormOptions(
    @Help("whether to normalise by the running averages; if not given, in the test phase")
        Optional<Boolean> useGlobalStats,
    @Default("0.999")
        @Range(min = 0, max = 1)
        @Help("what the running sums are multiplied by at each batch")
        float movingAverageFraction,
    @Default("1e-5") @Range(min = 0) @Help("what is added to the variance") float eps,
    @Default("false") @Help("whether each channel has a learned factor and summand")
        boolean scaleBias,
    @Default("{type: constant, value: 1}") @Help("the first values of the factors")
        Filler scaleFiller,
    @Default("{type: constant}") @Help("the first values of the summands") Filler biasFiller) {}
