package org.cortado.onednn;

import java.util.List;
import org.cortado.api.backend.Convolution;
import org.cortado.api.backend.Counts;
import org.cortado.api.blob.Tensor;

/** A convolution by oneDNN, whose primitives are made when they are first needed. */
final class OneDnnConvolution implements Convolution {

  private final Spec spec;
  private final int inputCount;
  private final int outputCount;
  private final int weightCount;
  private final Lazy<SplitPass> forward;
  private final Lazy<SplitPass> backwardData;
  private final Lazy<SplitPass> backwardParameters;

  OneDnnConvolution(OneDnnEngine engine, Spec spec) {
    this.spec = spec;
    inputCount = spec.input().count();
    outputCount = spec.output().count();
    weightCount = spec.weights().count();
    ConvolutionPasses passes = new ConvolutionPasses(engine, spec);
    forward = new Lazy<>(passes::forward);
    backwardData = new Lazy<>(passes::backwardData);
    backwardParameters = new Lazy<>(passes::backwardParameters);
  }

  @Override
  public void forward(Tensor x, List<Tensor> parameters, Tensor y) {
    check(x, parameters, y);
    if (outputCount > 0) {
      SplitPass pass = forward.get();
      pass.read(0, x).read(1, parameters.get(0)).write(2, y);
      if (spec.bias()) {
        pass.read(3, parameters.get(1));
      }
      pass.run();
    }
  }

  @Override
  public void backwardData(Tensor dy, List<Tensor> parameters, Tensor dx) {
    check(dx, parameters, dy);
    if (inputCount > 0) {
      backwardData.get().read(0, dy).read(1, parameters.get(0)).write(2, dx).run();
    }
  }

  @Override
  public void backwardParameters(Tensor x, Tensor dy, List<Tensor> parameterDiffs) {
    check(x, parameterDiffs, dy);
    if (outputCount > 0) {
      SplitPass pass = backwardParameters.get();
      pass.read(0, x).read(1, dy).add(2, parameterDiffs.get(0));
      if (spec.bias()) {
        pass.add(3, parameterDiffs.get(1));
      }
      pass.run();
    }
  }

  private void check(Tensor x, List<Tensor> parameters, Tensor y) {
    Counts.check("x", x, inputCount);
    Counts.check("y", y, outputCount);
    Counts.checkParameters(parameters, spec.bias(), weightCount, spec.outputs());
  }

  /** Returns the names of the implementations, making all of them. */
  List<String> implementations() {
    return List.of(
        forward.get().implementation(),
        backwardData.get().implementation(),
        backwardParameters.get().implementation());
  }

  @Override
  public void close() {
    forward.close();
    backwardData.close();
    backwardParameters.close();
  }
}
