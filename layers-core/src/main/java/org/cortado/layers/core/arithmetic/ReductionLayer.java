package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import org.cortado.api.Bottoms;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Shape;
import org.cortado.api.geometry.Reduction;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Sums a blob along an axis and all after it, as Caffe does: {@code y = coeff · Σ x}, {@code coeff
 * · Σ |x|}, {@code coeff · Σ x²} or {@code coeff} times the mean.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: any shape
 *   <li>top 0, {@code y}: the axes of {@code x} before {@code axis}; 0 where there is nothing to
 *       sum
 *   <li>backward, of the {@code dy} that the element went into: {@code dx = coeff · dy}, {@code
 *       coeff · dy · sign(x)}, 0 at 0, {@code 2 · coeff · dy · x} or {@code coeff · dy / n}
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Reduction. {@link SumLayer}, {@link MeanLayer} and {@link NormLayer} go along any
 * axes. Sums in double precision, in an order that doesn't depend on the number of threads.
 */
@LayerType(name = "Reduction", bottomNames = "x", topNames = "y", backwardReads = Reads.BOTTOM_DATA)
@Help("sums elements, sizes or squares, or takes the mean, along an axis and all after it")
public final class ReductionLayer extends ReducingLayer {

  /** What is summed. */
  public enum Operation {
    /** The elements. */
    SUM,
    /** Their sizes. */
    ASUM,
    /** Their squares. */
    SUMSQ,
    /** The elements, to be divided by their number. */
    MEAN
  }

  /** What a net file says of a {@code Reduction}. */
  public record Options(
      @Default("sum") @Help("what is summed") Operation operation,
      @Default("0") @Help("the first of the axes to go along; negative counts from the end")
          int axis,
      @Default("1") @Help("what the sum is multiplied by") float coeff)
      implements LayerTraits.FromOptions {

    @Override
    public LayerTraits refine(LayerTraits declared) {
      return new LayerTraits(declared.inPlace(), summary().reads());
    }

    private Summary summary() {
      return switch (operation) {
        case SUM -> new LinearSummary(coeff, false);
        case ASUM -> new SizeSummary(coeff);
        case SUMSQ -> new SquareSummary(coeff);
        case MEAN -> new LinearSummary(coeff, true);
      };
    }

    private Reduction of(Shape shape) {
      boolean scalar = shape.axes() == 0 && axis == 0;
      return Reduction.from(shape, scalar ? 0 : Bottoms.axis("axis", axis, shape));
    }
  }

  @Inject
  ReductionLayer(Options options, Backend backend) {
    super(backend, options.summary(), options::of, false);
  }
}
