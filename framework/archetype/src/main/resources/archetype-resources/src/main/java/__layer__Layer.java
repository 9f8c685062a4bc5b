package ${package};

import jakarta.inject.Inject;
import org.cortado.api.ElementwiseLayer;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Lets what is above 0 through, and a part of the rest: {@code y = max(x, 0) + slope · min(x, 0)}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: {@code dx = dy} where {@code x > 0}, else {@code slope · dy}
 *   <li>parameters: none
 * </ul>
 */
@LayerType(name = "${type}", backwardReads = Reads.BOTTOM_DATA)
@Help("max(x, 0), and a slope below 0")
public final class ${layer}Layer extends ElementwiseLayer {

  /** What a net file says of {@code ${type}}. */
  public record Options(@Default("0.1") @Help("the slope below 0") float slope) {}

  private final float slope;

  @Inject
  ${layer}Layer(Options options, Backend backend) {
    super(backend);
    slope = options.slope();
  }

  @Override
  protected void forward(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.max(x[i], 0) + slope * Math.min(x[i], 0);
    }
  }

  @Override
  protected void backward(float[] x, float[] y, float[] dy, float[] dx, int length) {
    for (int i = 0; i < length; i++) {
      dx[i] = x[i] > 0 ? dy[i] : slope * dy[i];
    }
  }
}
