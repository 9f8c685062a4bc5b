package acme;

import com.google.inject.Inject;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.cortado.api.LayerType;
import org.cortado.api.MetricLayer;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Help;

/**
 * The F1 score of class 1 of two: {@code 2 · hits / (2 · hits + false alarms + misses)}; 0 where
 * there is none of these.
 *
 * <ul>
 *   <li>bottom 0: scores {@code [batch x 2]}
 *   <li>bottom 1: classes {@code [batch]}, 0 or 1
 *   <li>top 0: the score of the batch; a test reports that of all its items, which is no mean
 * </ul>
 */
@LayerType(
    name = "acme:F1",
    bottoms = 2,
    bottomNames = {"scores", "classes"},
    topNames = "f1",
    backwardReads = {},
    noGradient = {0, 1},
    differentiable = false)
@Help("the F1 score of class 1 of two")
public final class F1Layer implements MetricLayer {

  private final long[] seen = new long[3];

  @Inject
  F1Layer() {}

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    top.get(0).reshape(Shape.of());
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    FloatBuffer scores = bottom.get(0).data().read();
    FloatBuffer classes = bottom.get(1).data().read();
    long[] batch = new long[3];
    for (int i = 0; i < bottom.get(1).count(); i++) {
      boolean isOne = classes.get(i) == 1;
      boolean isCalledOne = scores.get(2 * i + 1) > scores.get(2 * i);
      batch[0] += isOne && isCalledOne ? 1 : 0;
      batch[1] += !isOne && isCalledOne ? 1 : 0;
      batch[2] += isOne && !isCalledOne ? 1 : 0;
    }
    for (int i = 0; i < batch.length; i++) {
      seen[i] += batch[i];
    }
    top.get(0).data().write().put(0, (float) f1(batch));
  }

  private static double f1(long[] counts) {
    long hits = 2 * counts[0];
    return hits == 0 ? 0 : (double) hits / (hits + counts[1] + counts[2]);
  }

  /** Does nothing: there is no gradient. */
  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}

  @Override
  public void begin() {
    Arrays.fill(seen, 0);
  }

  @Override
  public double value(int top) {
    return f1(seen);
  }
}
