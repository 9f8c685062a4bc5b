package org.cortado.onednn;

import java.util.List;
import org.cortado.api.backend.Convolution;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Tensor;

/**
 * A convolution over more spatial axes than oneDNN can do: the elements that a filter has along the
 * first of them are made channels, the windows along them images, and oneDNN does the other three.
 * The weights lie in the right order as they are.
 */
final class UnfoldedConvolution implements Convolution {

  private final OneDnnConvolution convolution;
  private final LeadingAxes leading;
  private final Resources memory = new Resources();
  private final Tensor x;
  private final Tensor y;

  UnfoldedConvolution(OneDnnBackend backend, OneDnnEngine engine, Spec spec) {
    leading = new LeadingAxes(spec, spec.spatialAxes() - ConvolutionPasses.MOST_AXES, backend);
    Spec unfolded = unfolded(spec, leading);
    convolution = new OneDnnConvolution(engine, unfolded);
    x = new Tensor(unfolded.input(), this::allocate);
    y = new Tensor(unfolded.output(), this::allocate);
  }

  private Memory.Allocation allocate(int count) {
    Memory.Allocation allocation = new NativeMemory().allocate(count);
    memory.add(allocation::close);
    return allocation;
  }

  private static Spec unfolded(Spec spec, LeadingAxes leading) {
    return new Spec(
        leading.unfoldedInput(),
        spec.outputs(),
        rest(spec.kernel()),
        rest(spec.stride()),
        rest(spec.pad()),
        rest(spec.dilation()),
        spec.groups(),
        spec.bias());
  }

  private static List<Integer> rest(List<Integer> perAxis) {
    return perAxis.subList(perAxis.size() - ConvolutionPasses.MOST_AXES, perAxis.size());
  }

  @Override
  public void forward(Tensor in, List<Tensor> parameters, Tensor out) {
    leading.unfold(in, x);
    convolution.forward(x, parameters, y);
    leading.gatherWindows(y, out);
  }

  @Override
  public void backwardData(Tensor dy, List<Tensor> parameters, Tensor dx) {
    leading.scatterWindows(dy, y);
    convolution.backwardData(y, parameters, x);
    leading.fold(x, dx);
  }

  @Override
  public void backwardParameters(Tensor in, Tensor dy, List<Tensor> parameterDiffs) {
    leading.unfold(in, x);
    leading.scatterWindows(dy, y);
    convolution.backwardParameters(x, y, parameterDiffs);
  }

  @Override
  public void close() {
    convolution.close();
    memory.close();
  }
}
