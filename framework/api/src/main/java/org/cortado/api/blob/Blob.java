package org.cortado.api.blob;

/**
 * What flows between layers, and what they learn: a shape and two tensors of it.
 *
 * <p>{@code data} holds the values, {@code diff} the gradient of the loss with respect to them.
 */
public final class Blob {

  private final Tensor data;
  private final Tensor diff;
  private final boolean takesGradient;

  /** Makes a blob that holds zeros. */
  public Blob(Shape shape, Memory memory) {
    this(shape, memory, true);
  }

  private Blob(Shape shape, Memory memory, boolean takesGradient) {
    this.takesGradient = takesGradient;
    data = new Tensor(shape, memory);
    diff = new Tensor(shape, memory);
  }

  /** Makes a blob of zeros whose diff nobody uses: a statistic. */
  public static Blob withoutGradient(Shape shape, Memory memory) {
    return new Blob(shape, memory, false);
  }

  /** Returns whether the diff means anything. */
  public boolean takesGradient() {
    return takesGradient;
  }

  /** Returns the shape of both tensors. */
  public Shape shape() {
    return data.shape();
  }

  /** Returns the number of elements of each tensor. */
  public int count() {
    return data.count();
  }

  /** Returns the values. */
  public Tensor data() {
    return data;
  }

  /** Returns the gradient. */
  public Tensor diff() {
    return diff;
  }

  /** Gives both tensors a shape, as {@link Tensor#reshape} does. */
  public void reshape(Shape shape) {
    data.reshape(shape);
    diff.reshape(shape);
  }

  /** Gives both tensors the shape of another blob. */
  public void reshapeLike(Blob other) {
    reshape(other.shape());
  }

  /** Makes both tensors stand on those of another blob, as {@link Tensor#share} does. */
  public void share(Blob other) {
    data.share(other.data);
    diff.share(other.diff);
  }

  @Override
  public String toString() {
    return "Blob" + shape();
  }
}
