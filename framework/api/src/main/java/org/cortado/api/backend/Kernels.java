package org.cortado.api.backend;

import org.cortado.api.promise.Experimental;

/** What many layers compute of a chunk; see {@link ElementwiseLoop.Kernel}. */
@Experimental
public final class Kernels {

  private Kernels() {}

  /** Computes {@code out = in_0 + in_1 + …}. */
  public static void sum(float[][] in, float[] out, int length) {
    System.arraycopy(in[0], 0, out, 0, length);
    for (int k = 1; k < in.length; k++) {
      float[] x = in[k];
      for (int i = 0; i < length; i++) {
        out[i] += x[i];
      }
    }
  }

  /** Computes {@code out = in_0 · in_1 · …}. */
  public static void product(float[][] in, float[] out, int length) {
    System.arraycopy(in[0], 0, out, 0, length);
    for (int k = 1; k < in.length; k++) {
      float[] x = in[k];
      for (int i = 0; i < length; i++) {
        out[i] *= x[i];
      }
    }
  }
}
