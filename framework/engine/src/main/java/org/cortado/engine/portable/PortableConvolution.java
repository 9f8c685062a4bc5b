package org.cortado.engine.portable;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cortado.api.backend.Convolution;
import org.cortado.api.backend.Counts;
import org.cortado.api.blob.Tensor;
import org.cortado.api.window.WindowAxis;
import org.cortado.api.window.WindowMatrix;
import org.cortado.api.window.Windows;

/**
 * Convolves by products of matrices, one for each group: {@code y = W · patches + b}, {@code
 * dpatches = Wᵀ · dy}, {@code dW += dy · patchesᵀ}, where the columns of the patches are the
 * windows of all images.
 */
final class PortableConvolution implements Convolution {

  private final Spec spec;
  private final Windows windows;
  private final Source x = new Source();
  private final Source y = new Source();
  private final Source weights = new Source();
  private final Source bias = new Source();
  private final Products.Prepared forward;
  private final Products.Prepared backwardData;
  private final WeightGradient backwardWeights;
  private final BiasGradient backwardBias;
  private final Zeros zeros;

  PortableConvolution(Spec spec, Products products) {
    this.spec = spec;
    windows = new Windows(WindowAxis.of(spec));
    forward =
        products.prepare(forGroups(this::forwardProduct), () -> Tiles.of(filters(), columns()));
    backwardData = products.prepare(forGroups(this::backwardDataProduct), this::backwardDataPieces);
    backwardWeights =
        new WeightGradient(
            products,
            forGroups(this::gradientFactors),
            new WeightGradient.Size(spec.groups(), filters(), patch(), columns()));
    backwardBias =
        new BiasGradient(images(), spec.outputs(), windows.positions(), products.parallel());
    zeros = new Zeros(products.parallel());
  }

  private <T> List<T> forGroups(IntFunction<T> maker) {
    return IntStream.range(0, spec.groups()).mapToObj(maker).toList();
  }

  private Product forwardProduct(int group) {
    Result sums = spec.bias() ? outputs(group).plus(bias) : outputs(group);
    return new Product(Factor.of(weights(group)), Factor.of(patches(group)), sums, 0, patch());
  }

  private Product backwardDataProduct(int group) {
    return new Product(
        Factor.transposed(weights(group)), Factor.of(outputs(group)), patches(group), 0, filters());
  }

  private WeightGradient.Factors gradientFactors(int group) {
    return new WeightGradient.Factors(Factor.of(outputs(group)), Factor.transposed(patches(group)));
  }

  /** Cuts between channels and between images only: windows of one image overlap. */
  private List<List<Tile>> backwardDataPieces() {
    int channels = Math.max(1, Block.ROWS / windows.elements());
    int images = Math.max(1, Block.COLUMNS / Math.max(1, windows.positions()));
    return Tiles.of(
        patch(),
        channels * windows.elements(),
        columns(),
        Math.max(1, images * windows.positions()));
  }

  private int images() {
    return spec.input().dim(0);
  }

  private int channels() {
    return spec.input().dim(1);
  }

  /** Returns how many filters a group has. */
  private int filters() {
    return spec.outputs() / spec.groups();
  }

  /** Returns how many weights a filter has. */
  private int patch() {
    return channels() / spec.groups() * windows.elements();
  }

  /** Returns how many windows the batch has. */
  private int columns() {
    return images() * windows.positions();
  }

  private DenseMatrix weights(int group) {
    return new DenseMatrix(weights, group * filters() * patch(), patch());
  }

  private Patches patches(int group) {
    int first = group * (channels() / spec.groups());
    return new Patches(x, new WindowMatrix(windows, channels(), first));
  }

  private ImageMatrix outputs(int group) {
    return new ImageMatrix(y, spec.outputs(), group * filters(), windows.positions());
  }

  @Override
  public void forward(Tensor in, List<Tensor> parameters, Tensor out) {
    check("x", in, "y", out, parameters);
    x.open(in.read());
    weights.open(parameters.get(0).read());
    if (spec.bias()) {
      bias.open(parameters.get(1).read());
    }
    y.open(out.write());
    forward.run();
  }

  @Override
  public void backwardData(Tensor dy, List<Tensor> parameters, Tensor dx) {
    check("dx", dx, "dy", dy, parameters);
    y.open(dy.read());
    weights.open(parameters.get(0).read());
    FloatBuffer pixels = dx.write();
    zeros.fill(pixels);
    x.open(pixels);
    backwardData.run();
  }

  @Override
  public void backwardParameters(Tensor in, Tensor dy, List<Tensor> parameterDiffs) {
    check("x", in, "dy", dy, parameterDiffs);
    FloatBuffer gradient = dy.read();
    x.open(in.read());
    y.open(gradient);
    backwardWeights.add(parameterDiffs.get(0).update());
    if (spec.bias()) {
      backwardBias.add(gradient, parameterDiffs.get(1).update());
    }
  }

  private void check(
      String inName, Tensor in, String outName, Tensor out, List<Tensor> parameters) {
    Counts.check(inName, in, spec.input().count());
    Counts.check(outName, out, (long) spec.outputs() * columns());
    Counts.checkParameters(
        parameters, spec.bias(), (long) spec.outputs() * patch(), spec.outputs());
  }

  @Override
  public void close() {}
}
