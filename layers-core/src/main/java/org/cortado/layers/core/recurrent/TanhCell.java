package org.cortado.layers.core.recurrent;

/** Puts out the hyperbolic tangent of what goes in: {@code h = tanh(z)}. */
final class TanhCell implements Cell {

  @Override
  public int gates() {
    return 1;
  }

  @Override
  public boolean remembers() {
    return false;
  }

  @Override
  public void activate(float[] gates) {
    Activations.tanh(gates, 0, gates.length);
  }

  @Override
  public void forward(Row row) {
    System.arraycopy(row.gates, 0, row.h, 0, row.h.length);
  }

  @Override
  public void backward(Row row) {
    float[] h = row.gates;
    float[] dh = row.hDiff;
    float[] dz = row.gateDiffs;
    for (int i = 0; i < h.length; i++) {
      dz[i] = dh[i] * (1 - h[i] * h[i]);
    }
  }
}
