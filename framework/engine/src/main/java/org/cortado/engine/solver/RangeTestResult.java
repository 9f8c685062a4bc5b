package org.cortado.engine.solver;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of training at ever higher rates.
 *
 * @param points what the loss was at each rate; at least one
 * @param end why there are no more
 * @param suggestion the rates to train at, if the loss ever fell
 */
public record RangeTestResult(List<Point> points, End end, Optional<Suggestion> suggestion) {

  /** How a range test ends. */
  public enum End {
    /** The highest rate has been tried. */
    ALL_TRIED,
    /** The loss rose too far above its lowest. */
    LOSS_TOO_HIGH,
    /** The loss was NaN or infinite. */
    NOT_FINITE
  }

  /** What makes a suggestion less sure. */
  public enum Doubt {
    /** The loss hardly fell. */
    SMALL_FALL,
    /** The losses of batches differ almost as much as the loss fell. */
    NOISY,
    /** No rate was too high, so that higher ones may be better. */
    NO_LIMIT,
    /** The loss went on falling long after it fell fastest. */
    FAR_APART
  }

  /**
   * The loss at a rate.
   *
   * @param rate of the update after it
   * @param loss of the batch
   * @param smoothed an average of it and of those before, in which they count ever less
   */
  public record Point(double rate, double loss, double smoothed) {}

  /**
   * Rates to train at.
   *
   * @param steepest the rate at which the smoothed loss falls fastest
   * @param lowest the rate at which it is lowest: too high to train at
   * @param doubts what speaks against them
   */
  public record Suggestion(double steepest, double lowest, Set<Doubt> doubts) {

    private static final double PART = 0.1;

    /** Copies the set. */
    public Suggestion {
      Set<Doubt> copy = EnumSet.noneOf(Doubt.class);
      copy.addAll(doubts);
      doubts = Collections.unmodifiableSet(copy);
    }

    /** Returns the lower of the two rates that rules of thumb give. */
    public double rate() {
      return Math.min(steepest, tenthOfLowest());
    }

    /** Returns what the other rule of thumb gives: a tenth of the one with the lowest loss. */
    public double tenthOfLowest() {
      return PART * lowest;
    }
  }

  /** Copies the list. */
  public RangeTestResult {
    points = List.copyOf(points);
  }
}
