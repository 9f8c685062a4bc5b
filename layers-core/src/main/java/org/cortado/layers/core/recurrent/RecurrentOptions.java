package org.cortado.layers.core.recurrent;

import org.cortado.api.filler.Filler;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/** What a net file says of a layer that reads sequences. */
public record RecurrentOptions(
    @Range(min = 1) @Help("the number of units, each with an output") int numOutput,
    @Default("{type: constant}") @Help("the first values of all weights") Filler weightFiller,
    @Default("{type: constant}") @Help("the first values of the biases") Filler biasFiller,
    @Default("false")
        @Help("whether states come from further bottoms and go to further tops, not to next time")
        boolean exposeHidden) {}
