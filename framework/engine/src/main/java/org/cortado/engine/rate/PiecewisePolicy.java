package org.cortado.engine.rate;

import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Iterations;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.rate.Moment;

/** One policy after another; each counts iterations from where it begins. */
@TypeName("piecewise")
@Help("one policy after another")
public record PiecewisePolicy(@Help("the policies, in order") List<Piece> pieces)
    implements LearningRatePolicy {

  /** A policy and how long it lasts. The last piece goes on to the end, however long that is. */
  public record Piece(
      @Iterations @Range(min = 1) @Help("how many iterations it lasts") long iterations,
      @Default("1") @Range(min = 0) @Help("what base_lr is multiplied by") double factor,
      @Default("fixed") @Help("how the rate changes") LearningRatePolicy policy) {}

  /**
   * Copies the list.
   *
   * @throws InvalidLayerException if it is empty
   */
  public PiecewisePolicy {
    pieces = List.copyOf(pieces);
    if (pieces.isEmpty()) {
      throw new InvalidLayerException("pieces must hold at least one policy");
    }
  }

  @Override
  public double rate(double base, Moment now) {
    long begin = 0;
    int at = 0;
    while (at < pieces.size() - 1 && now.iteration() >= begin + pieces.get(at).iterations()) {
      begin += pieces.get(at).iterations();
      at++;
    }
    Piece piece = pieces.get(at);
    return piece.policy().rate(base * piece.factor(), now.within(begin, piece.iterations()));
  }

  @Override
  public List<String> metrics() {
    return pieces.stream().flatMap(piece -> piece.policy().metrics().stream()).toList();
  }
}
