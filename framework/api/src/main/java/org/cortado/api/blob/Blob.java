package org.cortado.api.blob;

/**
 * What flows between layers, and what they learn: a shape and two tensors of it.
 *
 * <p>{@code data} holds the values, {@code diff} the gradient of the loss with respect to them.
 */
public final class Blob {

  private final Tensor data;
  private final Tensor diff;

  /** Makes a blob that holds zeros. */
  public Blob(Shape shape, Memory memory) {
    data = new Tensor(shape, memory);
    diff = new Tensor(shape, memory);
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
