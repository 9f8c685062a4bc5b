package org.cortado.engine.portable;

/**
 * A batch {@code [N x channels x positions]} seen as a matrix of one row a channel, the images side
 * by side.
 *
 * @param source what the batch is stored in
 * @param channels all channels of an image
 * @param first the channel that is row 0
 * @param positions the pixels of a channel
 */
record ImageMatrix(Source source, int channels, int first, int positions) implements Rows, Result {

  @Override
  public void copy(int row, int from, int count, float[] target) {
    for (int done = 0; done < count; ) {
      int length = run(from + done, count - done);
      source.floats().get(index(row, from + done), target, done, length);
      done += length;
    }
  }

  @Override
  public void store(int row, int from, int count, float[] values) {
    for (int done = 0; done < count; ) {
      int length = run(from + done, count - done);
      source.floats().put(index(row, from + done), values, done, length);
      done += length;
    }
  }

  /** Returns a result that adds to each row the number that the bias has for its channel. */
  Result plus(Source bias) {
    return (row, from, count, values) -> {
      float summand = bias.floats().get(first + row);
      for (int i = 0; i < count; i++) {
        values[i] += summand;
      }
      store(row, from, count, values);
    };
  }

  private int run(int column, int wanted) {
    return Math.min(positions - column % positions, wanted);
  }

  private int index(int row, int column) {
    int image = column / positions;
    return (image * channels + first + row) * positions + column % positions;
  }
}
