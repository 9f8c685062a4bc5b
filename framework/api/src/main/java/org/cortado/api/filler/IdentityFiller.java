package org.cortado.api.filler;

import java.nio.FloatBuffer;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.blob.Shape;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;
import org.cortado.api.option.TypeName;
import org.cortado.api.random.RandomStream;

/**
 * Makes weights {@code [outputs x inputs x spatial…]} that hand each input on to the output of the
 * same index, {@code gain} times as large, as far as there are both: 0 but for the centre of these
 * kernels, {@code k/2} rounded down.
 *
 * <p>Torch's eye_ and dirac_. With {@code groups} the outputs of each group begin anew at its first
 * input, as those of a Convolution with as many groups do.
 */
@TypeName("identity")
@Help("weights that hand each input on to the output of the same index")
public record IdentityFiller(
    @Default("1") @Help("what each input is multiplied by") float gain,
    @Default("1") @Range(min = 1) @Help("into how many groups the outputs fall") int groups)
    implements Filler {

  @Override
  public void check(Shape shape) {
    if (shape.axes() < 2 || shape.dim(0) % groups != 0) {
      throw new InvalidLayerException(
          "the filler identity is for weights [outputs x inputs x spatial…] with outputs that its "
              + "%d groups divide, but the parameter is %s".formatted(groups, shape));
    }
  }

  @Override
  public void fill(FloatBuffer values, Shape shape, RandomStream random) {
    new ConstantFiller(0).fill(values, shape, random);
    int outputs = shape.dim(0) / groups;
    for (int output = 0; output < shape.dim(0) && shape.count() > 0; output++) {
      int input = output % outputs;
      if (input < shape.dim(1)) {
        values.put((output * shape.dim(1) + input) * shape.count(2) + centre(shape), gain);
      }
    }
  }

  private static int centre(Shape shape) {
    int centre = 0;
    for (int axis = 2; axis < shape.axes(); axis++) {
      centre = centre * shape.dim(axis) + shape.dim(axis) / 2;
    }
    return centre;
  }
}
