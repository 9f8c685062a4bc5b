package org.cortado.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.cortado.api.blob.Shape;
import org.cortado.api.filler.Filler;
import org.cortado.api.filler.GaussianFiller;
import org.cortado.api.filler.MsraFiller;
import org.cortado.api.filler.OrthogonalFiller;
import org.cortado.api.filler.TruncatedNormalFiller;
import org.cortado.api.filler.UniformFiller;
import org.cortado.api.filler.VarianceNorm;
import org.cortado.api.filler.XavierFiller;
import org.cortado.api.random.RandomStream;
import org.junit.jupiter.api.Test;

/** Holds what fillers draw against the distributions that they promise. */
class BuiltInFillersTest {

  private static final Shape SHAPE = Shape.of(50, 20, 4, 5);
  private static final double FAN_IN = 20 * 4 * 5;
  private static final double FAN_OUT = 50 * 4 * 5;

  /** Draws with a fixed key: the test gives one answer for ever, and this is what it must reach. */
  private static final double SIGNIFICANCE = 0.01;

  @Test
  void uniformIsUniform() {
    assertDistributed(new UniformFiller(-3, 2), new UniformRealDistribution(-3, 2));
  }

  @Test
  void gaussianIsNormal() {
    assertDistributed(new GaussianFiller(1, 0.5f, -1), new NormalDistribution(1, 0.5));
  }

  @Test
  void xavierIsUniformWithTheVarianceOfItsFan() {
    assertXavier(VarianceNorm.FAN_IN, FAN_IN);
    assertXavier(VarianceNorm.FAN_OUT, FAN_OUT);
    assertXavier(VarianceNorm.AVERAGE, (FAN_IN + FAN_OUT) / 2);
  }

  private static void assertXavier(VarianceNorm norm, double connections) {
    double limit = Math.sqrt(3 / connections);
    assertDistributed(new XavierFiller(norm), new UniformRealDistribution(-limit, limit));
  }

  @Test
  void msraIsNormalWithTwiceTheVariance() {
    assertDistributed(
        new MsraFiller(VarianceNorm.FAN_IN), new NormalDistribution(0, Math.sqrt(2 / FAN_IN)));
  }

  @Test
  void truncatedNormalIsNormalBetweenItsBounds() {
    assertTruncated(2, 2);
    assertTruncated(0.5f, 0.5);
  }

  private static void assertTruncated(float bounds, double deviations) {
    NormalDistribution normal = new NormalDistribution();
    double below = normal.cumulativeProbability(-deviations);
    double[] values = draw(new TruncatedNormalFiller(1, 3, bounds), 1);
    for (int i = 0; i < values.length; i++) {
      double probability = normal.cumulativeProbability((values[i] - 1) / 3);
      values[i] = (probability - below) / (1 - 2 * below);
    }
    assertThat(significance(new UniformRealDistribution(0, 1), values)).isGreaterThan(SIGNIFICANCE);
  }

  /** A row of an orthogonal matrix is a point of the sphere, so its elements are nearly normal. */
  @Test
  void orthogonalIsUniformOnTheSphere() {
    assertDistributed(new OrthogonalFiller(1), new NormalDistribution(0, 1 / Math.sqrt(FAN_IN)));
  }

  @Test
  void theTestTellsANearMissFromAHit() {
    double[] values = draw(new GaussianFiller(1, 0.5f, -1), 1);
    assertThat(significance(new NormalDistribution(1.02, 0.5), values)).isLessThan(SIGNIFICANCE);
  }

  @Test
  void nearKeysGiveUnrelatedNumbers() {
    double[] one = draw(new UniformFiller(0, 1), 1);
    double[] next = draw(new UniformFiller(0, 1), 2);
    assertThat(new PearsonsCorrelation().correlation(one, next)).isBetween(-0.02, 0.02);
  }

  private static void assertDistributed(Filler filler, RealDistribution promised) {
    assertThat(significance(promised, draw(filler, 1))).isGreaterThan(SIGNIFICANCE);
  }

  private static double significance(RealDistribution promised, double[] values) {
    return new KolmogorovSmirnovTest().kolmogorovSmirnovTest(promised, values);
  }

  private static double[] draw(Filler filler, long key) {
    FloatBuffer values =
        ByteBuffer.allocateDirect(SHAPE.count() * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    filler.fill(values, SHAPE, new RandomStream(key));
    double[] drawn = new double[SHAPE.count()];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = values.get(i);
    }
    return drawn;
  }
}
