package org.cortado.testkit;

import java.util.Set;
import org.cortado.api.LayerTraits;
import org.cortado.api.Reads;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/** What is wrong with a {@link FaultyLayer}. */
record FaultyOptions(
    @Default("none") @Help("what is wrong") Fault fault,
    @Default("1") @Help("how large an array is made of it") int size)
    implements LayerTraits.FromOptions {

  @Override
  public LayerTraits refine(LayerTraits declared) {
    return new LayerTraits(
        fault == Fault.CLAIMS_TO_WORK_IN_PLACE,
        declared.inPlaceForward(),
        fault == Fault.CLAIMS_TO_KEEP_SIGNS,
        reads(declared.backwardReads()));
  }

  private Set<Reads> reads(Set<Reads> declared) {
    return switch (fault) {
      case HIDES_WHAT_IT_READS -> Set.of();
      case READS_MORE_THAN_SIGNS -> Set.of(Reads.BOTTOM_DATA, Reads.TOP_SIGN);
      default -> declared;
    };
  }
}
