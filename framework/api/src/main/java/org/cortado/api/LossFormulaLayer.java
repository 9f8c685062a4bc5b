package org.cortado.api;

import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BlockedSum;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * The base of a loss that compares predictions with targets element by element: what one pair adds,
 * and the derivative of that, are all there is to say.
 *
 * <pre>{@code
 * @LayerType(
 *     name = "acme:LogCoshLoss",
 *     bottoms = 2,
 *     bottomNames = {"predictions", "targets"},
 *     topNames = "loss",
 *     backwardReads = Reads.BOTTOM_DATA,
 *     loss = true)
 * @Help("sum of ln cosh of the differences, per item")
 * public final class LogCoshLossLayer extends LossFormulaLayer {
 *
 *   @Inject
 *   LogCoshLossLayer(Backend backend) {
 *     super(backend, LossScale.PER_ITEM);
 *   }
 *
 *   @Override
 *   protected double term(float prediction, float target) {
 *     double size = Math.abs((double) prediction - target);
 *     return size + Math.log1p(Math.exp(-2 * size)) - Math.log(2);
 *   }
 *
 *   @Override
 *   protected float slope(float prediction, float target) {
 *     return (float) Math.tanh((double) prediction - target);
 *   }
 * }
 * }</pre>
 *
 * <p>The bottoms may have any shapes with as many items and elements; the top is the loss, {@code
 * []}. Terms are summed in double, on all threads, whose number doesn't change a bit of the sum.
 * The gradient is the slope times what the net has above the loss, divided as the loss is. A loss
 * whose targets are no function of what is learned declares {@code noGradient = 1}. As with {@link
 * FormulaLayer}, each class has loops of its own; what is said there of conditions holds here.
 */
public abstract class LossFormulaLayer implements Layer {

  private static final Specialized<LossLoops> LOOPS =
      new Specialized<>(LossLoops.class, new PlainLossLoops());

  private final LossLoops loops = LOOPS.get(getClass());
  private final LossScale scale;
  private final BlockedSum losses;
  private final ElementwiseLoop slopes;
  private final ElementwiseLoop targetSlopes;
  private final float[][][] chunks;
  private List<Tensor> operands = List.of();
  private FloatBuffer predictions = Buffers.EMPTY;
  private FloatBuffer targets = Buffers.EMPTY;
  private double divisor = 1;
  private float factor;

  /** Makes a loss that is divided in this way. */
  protected LossFormulaLayer(Backend backend, LossScale scale) {
    this.scale = scale;
    losses = new BlockedSum(backend.parallel(), this::losses);
    slopes =
        new ElementwiseLoop(
            backend.parallel(), (in, out, n) -> loops.slopes(this, in[0], in[1], factor, out, n));
    targetSlopes =
        new ElementwiseLoop(
            backend.parallel(),
            (in, out, n) -> loops.targetSlopes(this, in[0], in[1], factor, out, n));
    chunks = new float[backend.parallel().threads()][2][ElementwiseLoop.CHUNK];
  }

  /** Returns what a pair adds to the loss. Called by several threads at once. */
  protected abstract double term(float prediction, float target);

  /** Returns the derivative of the term by the prediction. Called by several threads at once. */
  protected abstract float slope(float prediction, float target);

  /**
   * Returns the derivative of the term by the target: minus that by the prediction, as in a loss of
   * their difference. Called by several threads at once.
   */
  protected float targetSlope(float prediction, float target) {
    return -slope(prediction, target);
  }

  @Override
  public final void reshape(List<Blob> bottom, List<Blob> top) {
    int count = bottom.get(0).count();
    divisor = scale.divisor(Bottoms.requireSameItems(bottom), count);
    losses.reshape(count, 1);
    operands = List.of(bottom.get(0).data(), bottom.get(1).data());
    top.get(0).reshape(Shape.of());
  }

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    predictions = bottom.get(0).data().read();
    targets = bottom.get(1).data().read();
    top.get(0).data().write().put(0, (float) (losses.take() / divisor));
  }

  private double losses(int worker, int from, int to) {
    float[] prediction = chunks[worker][0];
    float[] target = chunks[worker][1];
    double sum = 0;
    for (int at = from; at < to; at += ElementwiseLoop.CHUNK) {
      int length = Math.min(ElementwiseLoop.CHUNK, to - at);
      predictions.get(at, prediction, 0, length);
      targets.get(at, target, 0, length);
      sum += loops.sum(this, prediction, target, length);
    }
    return sum;
  }

  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    factor = (float) (top.get(0).diff().read().get(0) / divisor);
    if (propagateDown[0]) {
      slopes.run(operands, bottom.get(0).diff());
    }
    if (propagateDown[1]) {
      targetSlopes.run(operands, bottom.get(1).diff());
    }
  }
}
