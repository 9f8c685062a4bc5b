package org.cortado.engine.portable;

import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Convolution;
import org.cortado.api.backend.Elementwise;
import org.cortado.api.backend.InnerProduct;
import org.cortado.api.backend.Lrn;
import org.cortado.api.backend.MatrixProduct;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.PlainLrn;
import org.cortado.api.backend.Pooling;
import org.cortado.api.backend.Softmax;
import org.cortado.api.backend.WorkerPool;
import org.cortado.api.blob.Memory;
import org.cortado.api.window.SmallMaximum;
import org.cortado.api.window.WindowAverage;
import org.cortado.api.window.WindowMaximum;

/**
 * Computes everything in plain Java.
 *
 * <p>No result depends on the number of threads: work is divided over what is written, or, where a
 * sum itself must be divided, into parts that the shapes alone determine.
 */
public final class PortableBackend implements Backend {

  static final String NAME = "portable";

  private final Memory memory = new DirectMemory();
  private final WorkerPool pool;
  private final Products products;

  /** Starts the threads, of which the caller's is one. */
  public PortableBackend(int threads) {
    pool = new WorkerPool(threads);
    products = new Products(pool);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Memory memory() {
    return memory;
  }

  @Override
  public Parallel parallel() {
    return pool;
  }

  @Override
  public MatrixProduct matrixProduct(MatrixProduct.Spec spec) {
    return new PortableMatrixProduct(spec, products);
  }

  @Override
  public InnerProduct innerProduct(InnerProduct.Spec spec) {
    return new PortableInnerProduct(spec, products);
  }

  @Override
  public Convolution convolution(Convolution.Spec spec) {
    return new PortableConvolution(spec, products);
  }

  @Override
  public Pooling pooling(Pooling.Spec spec) {
    return switch (spec.method()) {
      case MAX ->
          SmallMaximum.suits(spec) ? new SmallMaximum(spec, pool) : new WindowMaximum(spec, pool);
      case AVE, AVE_INSIDE -> new WindowAverage(spec, pool);
    };
  }

  @Override
  public Lrn lrn(Lrn.Spec spec) {
    return new PlainLrn(spec, pool);
  }

  @Override
  public Softmax softmax(Softmax.Spec spec) {
    return new PortableSoftmax(spec, pool);
  }

  @Override
  public Elementwise elementwise(Elementwise.Spec spec) {
    return new PortableElementwise(spec, pool);
  }

  @Override
  public void close() {
    pool.close();
  }
}
