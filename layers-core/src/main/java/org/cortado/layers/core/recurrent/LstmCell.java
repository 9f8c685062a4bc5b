package org.cortado.layers.core.recurrent;

/**
 * Decides by gates what to take in, to forget and to put out: {@code c = f · previous + i · g},
 * {@code h = o · tanh(c)}.
 *
 * <p>The numbers that go in are those of all units for {@code i}, then for {@code f}, {@code o} and
 * {@code g}, of which the first three go through the logistic function, the last through a
 * hyperbolic tangent.
 */
final class LstmCell implements Cell {

  static final int GATES = 4;

  @Override
  public int gates() {
    return GATES;
  }

  @Override
  public boolean remembers() {
    return true;
  }

  @Override
  public void activate(float[] gates) {
    int g = gates.length / GATES * (GATES - 1);
    Activations.sigmoid(gates, 0, g);
    Activations.tanh(gates, g, gates.length);
  }

  @Override
  public void forward(Row row) {
    remember(row);
    System.arraycopy(row.c, 0, row.h, 0, row.c.length);
    Activations.tanh(row.h, 0, row.h.length);
    int o = 2 * row.h.length;
    for (int i = 0; i < row.h.length; i++) {
      row.h[i] *= row.gates[o + i];
    }
  }

  private static void remember(Row row) {
    float[] z = row.gates;
    float[] c = row.c;
    float[] previous = row.previous;
    int units = c.length;
    for (int i = 0; i < units; i++) {
      c[i] = z[units + i] * previous[i] + z[i] * z[3 * units + i];
    }
  }

  @Override
  public void backward(Row row) {
    float[] tanh = row.h;
    System.arraycopy(row.c, 0, tanh, 0, tanh.length);
    Activations.tanh(tanh, 0, tanh.length);
    backwardOutput(row, tanh);
    backwardMemory(row);
  }

  private static void backwardOutput(Row row, float[] tanh) {
    float[] z = row.gates;
    float[] dz = row.gateDiffs;
    float[] dh = row.hDiff;
    float[] dc = row.cDiff;
    int from = 2 * tanh.length;
    for (int i = 0; i < tanh.length; i++) {
      float o = z[from + i];
      dz[from + i] = dh[i] * tanh[i] * o * (1 - o);
      dc[i] += dh[i] * o * (1 - tanh[i] * tanh[i]);
    }
  }

  private static void backwardMemory(Row row) {
    float[] z = row.gates;
    float[] dz = row.gateDiffs;
    float[] dc = row.cDiff;
    float[] previous = row.previous;
    int units = dc.length;
    for (int at = 0; at < units; at++) {
      float i = z[at];
      float f = z[units + at];
      float g = z[3 * units + at];
      dz[at] = dc[at] * g * i * (1 - i);
      dz[units + at] = dc[at] * previous[at] * f * (1 - f);
      dz[3 * units + at] = dc[at] * i * (1 - g * g);
      dc[at] *= f;
    }
  }
}
