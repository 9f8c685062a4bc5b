package org.cortado.nets;

import java.util.Locale;
import org.cortado.api.random.RandomStream;

/**
 * Three arms that wind round each other, as the lectures on neural nets draw them.
 *
 * <p>Point {@code i} of arm {@code k} stands at the radius {@code r = i / 99} and the angle {@code
 * 4 (k + r) + 0.2 n}, {@code n} being normally distributed.
 */
final class Spiral {

  private static final int ARMS = 3;
  private static final int POINTS = 100;
  private static final double TURN = 4;
  private static final double NOISE = 0.2;
  private static final long SEED = 1;

  private Spiral() {}

  /** Returns the points as lines {@code x,y,arm}, the same on every platform. */
  static String csv() {
    RandomStream random = new RandomStream(SEED);
    StringBuilder csv = new StringBuilder();
    for (int arm = 0; arm < ARMS; arm++) {
      for (int point = 0; point < POINTS; point++) {
        csv.append(line(arm, point / (POINTS - 1.0), random.nextGaussian()));
      }
    }
    return csv.toString();
  }

  private static String line(int arm, double radius, double noise) {
    double angle = TURN * (arm + radius) + NOISE * noise;
    return String.format(
        Locale.ROOT,
        "%.6f,%.6f,%d\n",
        unsigned(radius * StrictMath.sin(angle)),
        unsigned(radius * StrictMath.cos(angle)),
        arm);
  }

  /** Turns -0 into 0. */
  private static double unsigned(double number) {
    return number + 0.0;
  }
}
