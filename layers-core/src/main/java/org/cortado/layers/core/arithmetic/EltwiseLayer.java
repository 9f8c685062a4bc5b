package org.cortado.layers.core.arithmetic;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.cortado.api.Bottoms;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;

/**
 * Multiplies, adds or compares its bottoms, as Caffe does: {@code y = x_0 · x_1 · …}, {@code y =
 * c_0 · x_0 + c_1 · x_1 + …} or {@code y = max(x_0, x_1, …)}.
 *
 * <ul>
 *   <li>bottoms, {@code x_i}: two or more of one shape
 *   <li>top 0, {@code y}: the same shape
 *   <li>backward: as {@link MultiplyLayer}, {@link AddLayer} with coefficients, and {@link
 *       MaxLayer}, where of equal ones the earliest gets the gradient
 *   <li>parameters: none
 * </ul>
 *
 * <p>Caffe's Eltwise. With {@code stable_prod_grad: false} Caffe derives the gradient of a product
 * from {@code y / x_i}, which is 0/0 at zeros; here the other bottoms are multiplied whatever it
 * says, with the same result elsewhere. Of equal first two bottoms Caffe gives the gradient of a
 * maximum to the second, of later ones to the earliest; here it is always the earliest. A sum works
 * in place on bottom 0, since its backward reads no data; the others do where no gradient is
 * wanted.
 */
@LayerType(
    name = "Eltwise",
    bottoms = 2,
    maxBottoms = LayerType.ANY,
    bottomNames = "x",
    topNames = "y",
    inPlaceForward = true,
    backwardReads = Reads.BOTTOM_DATA)
@Help("multiplies, adds or compares bottoms of one shape, element by element")
public final class EltwiseLayer extends CombiningLayer {

  /** What is done with the elements. */
  public enum Operation {
    /** They are multiplied. */
    PROD,
    /** They are added. */
    SUM,
    /** The greatest is taken. */
    MAX
  }

  /** What a net file says of an {@code Eltwise}. */
  public record Options(
      @Default("sum") @Help("what is done with the elements") Operation operation,
      @Help("what each bottom is multiplied by in a sum; 1 if none are given") List<Float> coeff,
      @Default("true") @Help("of no effect: the gradient of a product is right at zeros either way")
          boolean stableProdGrad)
      implements LayerTraits.FromOptions {

    /** Copies the list. */
    public Options {
      coeff = List.copyOf(coeff);
    }

    @Override
    public LayerTraits refine(LayerTraits declared) {
      return operation == Operation.SUM ? new LayerTraits(true, Set.of()) : declared;
    }

    private Combination combination() {
      return switch (operation) {
        case PROD -> new Product();
        case SUM -> new WeightedSum(bottom -> coeff.isEmpty() ? 1 : coeff.get(bottom));
        case MAX -> Extreme.GREATEST;
      };
    }
  }

  private final Options options;

  @Inject
  EltwiseLayer(Options options, Backend backend) {
    super(backend, options.combination());
    this.options = options;
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    int coefficients = options.coeff().size();
    if (coefficients > 0 && options.operation() == Operation.PROD) {
      throw new InvalidLayerException("coeff is for operation sum, but operation is prod");
    }
    if (coefficients > 0 && options.operation() == Operation.SUM && coefficients != bottom.size()) {
      throw new InvalidLayerException(
          "coeff must have a number for each of %d bottoms, but is %s"
              .formatted(bottom.size(), options.coeff()));
    }
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Bottoms.requireEqual(bottom);
    super.reshape(bottom, top);
  }
}
