package ${package};

import jakarta.inject.Inject;
import org.cortado.api.FormulaLayer;
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
public final class ${layer}Layer extends FormulaLayer {

  /** What a net file says of {@code ${type}}. */
  public record Options(@Default("0.1") @Help("the slope below 0") float slope) {}

  private final float slope;

  @Inject
  ${layer}Layer(Options options, Backend backend) {
    super(backend);
    slope = options.slope();
  }

  @Override
  protected float value(float x) {
    return Math.max(x, 0) + slope * Math.min(x, 0);
  }

  @Override
  protected float derivative(float x, float y) {
    return slope + (1 - slope) * step(x);
  }
}
