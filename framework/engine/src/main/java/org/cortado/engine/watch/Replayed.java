package org.cortado.engine.watch;

import java.util.List;
import java.util.Optional;

/**
 * What a failure shown again looked like.
 *
 * @param failure as it was found in the training
 * @param sights all tensors up to the first that isn't finite, in the order of their making
 * @param finding where numbers stopped being finite now; empty if they never did
 */
public record Replayed(Failure failure, List<Sight> sights, Optional<Finding> finding) {

  /** Copies the list. */
  public Replayed {
    sights = List.copyOf(sights);
  }
}
