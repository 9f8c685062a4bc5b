package org.cortado.layers.core.arithmetic;

import java.util.List;
import org.cortado.api.backend.Kernels;
import org.cortado.api.backend.Parallel;
import org.cortado.api.blob.Tensor;
import org.cortado.api.geometry.BroadcastLoop;
import org.cortado.api.geometry.Stretch;
import org.cortado.api.geometry.SumLoop;

/** Computes {@code y = a · x + b} and its gradients, however {@code a} and {@code b} stretch. */
final class ScaleLoops {

  private final BroadcastLoop forward;
  private final BroadcastLoop backward;
  private final SumLoop factorGradient;
  private final SumLoop biasGradient;
  private List<Tensor> inputs = List.of();
  private List<Tensor> dyAndX = List.of();
  private List<Tensor> dyAndFactor = List.of();
  private List<Tensor> dy = List.of();

  ScaleLoops(Parallel parallel) {
    forward = new BroadcastLoop(parallel, ScaleLoops::scale);
    backward = new BroadcastLoop(parallel, Kernels::product);
    factorGradient = new SumLoop(parallel, Kernels::product);
    biasGradient = new SumLoop(parallel, Kernels::sum);
  }

  /** Computes {@code in_0 · in_1 + in_2}, or without the last. */
  private static void scale(float[][] in, float[] y, int length) {
    float[] x = in[0];
    float[] a = in[1];
    if (in.length == 2) {
      for (int i = 0; i < length; i++) {
        y[i] = a[i] * x[i];
      }
    } else {
      float[] b = in[2];
      for (int i = 0; i < length; i++) {
        y[i] = a[i] * x[i] + b[i];
      }
    }
  }

  /** Makes ready for factors, and summands if there are any, that stretch so. */
  void prepare(Stretch factor, boolean biased) {
    Stretch whole = Stretch.of(factor.output(), factor.output());
    forward.prepare(biased ? List.of(whole, factor, factor) : List.of(whole, factor));
    backward.prepare(List.of(whole, factor));
    factorGradient.prepare(factor, List.of(whole, whole));
    if (biased) {
      biasGradient.prepare(factor, List.of(whole));
    }
  }

  /**
   * Says where numbers stand.
   *
   * @param kept what {@code x} was, at the time of the backward pass
   */
  void takeFactor(Tensor x, Tensor factor, Tensor gradient, Tensor kept) {
    inputs = List.of(x, factor);
    dy = List.of(gradient);
    dyAndX = List.of(gradient, kept);
    dyAndFactor = List.of(gradient, factor);
  }

  /** Says where summands stand. */
  void takeBias(Tensor bias) {
    inputs = List.of(inputs.get(0), inputs.get(1), bias);
  }

  /** Overwrites {@code y}. */
  void forward(Tensor y) {
    forward.run(inputs, y);
  }

  /** Adds to {@code da} the sums of {@code x · dy}. */
  void addProducts(Tensor da) {
    factorGradient.add(dyAndX, da);
  }

  /** Overwrites {@code da} with the sums of {@code x · dy}. */
  void putProducts(Tensor da) {
    factorGradient.run(dyAndX, da);
  }

  /** Adds to {@code db} the sums of {@code dy}. */
  void addGradients(Tensor db) {
    biasGradient.add(dy, db);
  }

  /** Overwrites {@code dx} with {@code a · dy}. */
  void scaledInto(Tensor dx) {
    backward.run(dyAndFactor, dx);
  }
}
