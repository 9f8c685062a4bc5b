package org.cortado.api.backend;

import org.cortado.api.blob.Memory;

/**
 * The kernels that cost.
 *
 * <p>What has a set-up cost is handed out as a prepared operation: a layer makes it in {@code
 * reshape}, where the shapes are known, runs it in the sweep, and closes it when the shapes change
 * and when the layer is closed. Preparing touches no tensor; running allocates nothing.
 *
 * <p>Operations read their inputs, overwrite their outputs and <b>add</b> to the diffs of
 * parameters. They refuse tensors whose counts are not those of their spec with an {@link
 * IllegalArgumentException}.
 *
 * <p>Equal inputs, seeds and threads give equal bits. An operation is used by one thread at a time.
 */
public interface Backend extends AutoCloseable {

  /** Returns the name: {@code portable}, {@code onednn}. */
  String name();

  /** Returns the version of the library that computes; empty where Cortado itself does. */
  default String version() {
    return "";
  }

  /** Returns where tensors for this backend should live. */
  Memory memory();

  /** Returns the threads that loops in plain Java may use. */
  Parallel parallel();

  /** Prepares a matrix product. */
  MatrixProduct matrixProduct(MatrixProduct.Spec spec);

  /** Prepares a fully connected product with its gradients. */
  InnerProduct innerProduct(InnerProduct.Spec spec);

  /** Prepares a convolution with its gradients. */
  Convolution convolution(Convolution.Spec spec);

  /** Prepares a pooling with its gradient. */
  Pooling pooling(Pooling.Spec spec);

  /** Prepares a local response normalisation with its gradient. */
  Lrn lrn(Lrn.Spec spec);

  /** Prepares a softmax with its gradient. */
  Softmax softmax(Softmax.Spec spec);

  /** Prepares a function of one variable, applied to each element, with its gradient. */
  Elementwise elementwise(Elementwise.Spec spec);

  /** Ends the threads; operations must have been closed before. */
  @Override
  void close();
}
