package org.cortado.layers.loss;

import java.util.List;
import java.util.function.Function;
import org.cortado.api.Layer;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Prepared;
import org.cortado.api.backend.Softmax;
import org.cortado.api.blob.Blob;

/** The base of the two softmax layers: runs the backend's along one axis. */
abstract class AxisSoftmaxLayer implements Layer {

  private final int axis;
  private final Function<ClassAxis, Softmax.Spec> spec;
  private final Prepared<Softmax.Spec, Softmax> softmax;

  AxisSoftmaxLayer(int axis, Function<ClassAxis, Softmax.Spec> spec, Backend backend) {
    this.axis = axis;
    this.spec = spec;
    softmax = new Prepared<>(backend::softmax, Softmax::close);
  }

  @Override
  public final void reshape(List<Blob> bottom, List<Blob> top) {
    softmax.prepare(spec.apply(ClassAxis.of(bottom.get(0).shape(), axis)));
    top.get(0).reshapeLike(bottom.get(0));
  }

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    softmax.operation().forward(bottom.get(0).data(), top.get(0).data());
  }

  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (propagateDown[0]) {
      softmax.operation().backward(top.get(0).data(), top.get(0).diff(), bottom.get(0).diff());
    }
  }

  @Override
  public final void close() {
    softmax.close();
  }
}
