package org.cortado.engine.gradient;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import org.cortado.api.Layer;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Shape;

/** Blobs, and layers that are right unless a test breaks them. */
final class Fakes {

  private static final Memory MEMORY = count -> new Floats(direct(count));

  private Fakes() {}

  private record Floats(FloatBuffer floats) implements Memory.Allocation {
    @Override
    public void close() {}
  }

  private static FloatBuffer direct(int count) {
    return ByteBuffer.allocateDirect(count * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  static Blob blob(Shape shape, double... values) {
    Blob blob = new Blob(shape, MEMORY);
    for (int i = 0; i < values.length; i++) {
      blob.data().update().put(i, (float) values[i]);
    }
    return blob;
  }

  static Blob blob(double... values) {
    return blob(Shape.of(values.length), values);
  }

  static Blob empty() {
    return blob(Shape.of(0));
  }

  /** A layer that gives its top the shape of its bottom. */
  abstract static class Same implements Layer {
    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      top.get(0).reshapeLike(bottom.get(0));
    }
  }

  /** Computes y = f(x) and dx = f'(x) dy, element by element. */
  abstract static class Map extends Same {

    abstract double value(double x);

    abstract double slope(double x);

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      FloatBuffer x = bottom.get(0).data().read();
      FloatBuffer y = top.get(0).data().write();
      for (int i = 0; i < bottom.get(0).count(); i++) {
        y.put(i, (float) value(x.get(i)));
      }
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      if (propagateDown[0]) {
        FloatBuffer x = bottom.get(0).data().read();
        FloatBuffer dy = top.get(0).diff().read();
        FloatBuffer dx = bottom.get(0).diff().write();
        for (int i = 0; i < bottom.get(0).count(); i++) {
          dx.put(i, (float) slope(x.get(i)) * dy.get(i));
        }
      }
    }
  }

  /** y = x². */
  static class Square extends Map {
    @Override
    double value(double x) {
      return x * x;
    }

    @Override
    double slope(double x) {
      return 2 * x;
    }
  }

  /** y = w x + b with one weight and one bias. */
  static class Affine extends Same {

    final Blob weight = blob(1.5);
    final Blob bias = blob(-0.5);

    @Override
    public List<Blob> parameters() {
      return List.of(weight, bias);
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      FloatBuffer x = bottom.get(0).data().read();
      FloatBuffer y = top.get(0).data().write();
      for (int i = 0; i < bottom.get(0).count(); i++) {
        y.put(i, weight.data().read().get(0) * x.get(i) + bias.data().read().get(0));
      }
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      FloatBuffer x = bottom.get(0).data().read();
      FloatBuffer dy = top.get(0).diff().read();
      float dw = 0;
      float db = 0;
      for (int i = 0; i < bottom.get(0).count(); i++) {
        dw += x.get(i) * dy.get(i);
        db += dy.get(i);
      }
      give(weight, dw);
      give(bias, db);
      if (propagateDown[0]) {
        FloatBuffer dx = bottom.get(0).diff().write();
        for (int i = 0; i < bottom.get(0).count(); i++) {
          dx.put(i, weight.data().read().get(0) * dy.get(i));
        }
      }
    }

    void give(Blob parameter, float gradient) {
      FloatBuffer diff = parameter.diff().update();
      diff.put(0, diff.get(0) + gradient);
    }
  }

  /** y = Σ (x - t)² / 2, the target t taking no gradient; a second top shows x - t. */
  @LayerType(
      name = "HalfSquareLoss",
      bottoms = 2,
      tops = 1,
      maxTops = 2,
      loss = true,
      noGradientTops = 1,
      noGradient = 1)
  static class HalfSquareLoss implements Layer {

    @Override
    public void reshape(List<Blob> bottom, List<Blob> top) {
      top.get(0).reshape(Shape.of());
      top.get(1).reshapeLike(bottom.get(0));
    }

    @Override
    public void forward(List<Blob> bottom, List<Blob> top) {
      double sum = 0;
      for (int i = 0; i < bottom.get(0).count(); i++) {
        float error = error(bottom, i);
        top.get(1).data().update().put(i, error);
        sum += 0.5 * error * error;
      }
      top.get(0).data().write().put(0, (float) sum);
    }

    @Override
    public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
      float weight = top.get(0).diff().read().get(0);
      for (int i = 0; propagateDown[0] && i < bottom.get(0).count(); i++) {
        bottom.get(0).diff().update().put(i, weight * error(bottom, i));
      }
    }

    static float error(List<Blob> bottom, int i) {
      return bottom.get(0).data().read().get(i) - bottom.get(1).data().read().get(i);
    }
  }
}
