package org.cortado.api.backend;

import org.cortado.api.blob.Memory;

/**
 * The base of a backend that does some things its own way and leaves all others to another, whose
 * memory and threads it uses.
 */
public abstract class ForwardingBackend implements Backend {

  private final Backend other;

  /**
   * For subclasses.
   *
   * @param other is closed with this one
   */
  protected ForwardingBackend(Backend other) {
    this.other = other;
  }

  @Override
  public String version() {
    return other.version();
  }

  @Override
  public Memory memory() {
    return other.memory();
  }

  @Override
  public Parallel parallel() {
    return other.parallel();
  }

  @Override
  public MatrixProduct matrixProduct(MatrixProduct.Spec spec) {
    return other.matrixProduct(spec);
  }

  @Override
  public InnerProduct innerProduct(InnerProduct.Spec spec) {
    return other.innerProduct(spec);
  }

  @Override
  public Convolution convolution(Convolution.Spec spec) {
    return other.convolution(spec);
  }

  @Override
  public Pooling pooling(Pooling.Spec spec) {
    return other.pooling(spec);
  }

  @Override
  public Lrn lrn(Lrn.Spec spec) {
    return other.lrn(spec);
  }

  @Override
  public Softmax softmax(Softmax.Spec spec) {
    return other.softmax(spec);
  }

  @Override
  public Elementwise elementwise(Elementwise.Spec spec) {
    return other.elementwise(spec);
  }

  @Override
  public void close() {
    other.close();
  }
}
