package org.cortado.cli;

import com.google.inject.Inject;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerModule;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;

/** Layers that fail, to see what commands make of it. */
public final class BrokenLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(WrongGradient.class);
    layer(Throwing.class);
    layer(ThrowingBackward.class);
    layer(Unlinked.class);
  }

  /** Passes on its bottom, as a layer whose author forgot to double the gradient. */
  @LayerType(name = "test:WrongGradient")
  static final class WrongGradient implements Layer {

    @Inject
    WrongGradient() {}

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      top.get(0).reshapeLike(bottom.get(0));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      for (int i = 0; i < bottom.get(0).count(); i++) {
        top.get(0).data().update().put(i, 2 * bottom.get(0).data().read().get(i));
      }
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      bottom.get(0).diff().copyFrom(top.get(0).diff());
    }
  }

  /** Throws what no layer should. */
  @LayerType(name = "test:Throwing", differentiable = false)
  static final class Throwing implements Layer {

    @Inject
    Throwing() {}

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      top.get(0).reshapeLike(bottom.get(0));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      throw new ArithmeticException("out of luck");
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
  }

  /** Passes on its bottom, and has no way back. */
  @LayerType(name = "test:ThrowingBackward")
  static final class ThrowingBackward implements Layer {

    @Inject
    ThrowingBackward() {}

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      top.get(0).reshapeLike(bottom.get(0));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      top.get(0).data().copyFrom(bottom.get(0).data());
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      throw new UnsupportedOperationException("not yet");
    }
  }

  /** Misses a class that it was compiled against. */
  @LayerType(name = "test:Unlinked", differentiable = false)
  static final class Unlinked implements Layer {

    @Inject
    Unlinked() {}

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      top.get(0).reshapeLike(bottom.get(0));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      throw new NoClassDefFoundError("com/acme/Gone");
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {}
  }
}
