package org.cortado.onednn;

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
import org.cortado.api.window.WindowAverage;
import org.cortado.api.window.WindowMaximum;

/**
 * The backend that computes by oneDNN, on tensors that lie row by row.
 *
 * <p>Operations fall into parts, one a thread of {@link #parallel}, which is one set of threads for
 * native and Java loops alike. That needs {@code OMP_NUM_THREADS=1} in the environment; in a
 * process without it the library shares out the work itself, among threads that wait by spinning.
 */
public final class OneDnnBackend implements Backend {

  /** The name by which users choose this backend. */
  public static final String NAME = "onednn";

  private final OneDnnEngine engine;
  private final Memory memory = new NativeMemory();
  private final WorkerPool workers;

  /**
   * Loads the library and starts the threads.
   *
   * @param threads how many threads to use; operations use them too where the library has but one
   *     of its own, which is how Cortado's launcher starts it
   * @throws LinkageError if the library can't be loaded
   */
  public OneDnnBackend(int threads) {
    workers = new WorkerPool(threads);
    engine = makeEngine(NativeThreads.count() == 1 ? threads : 1, workers);
  }

  private static OneDnnEngine makeEngine(int lanes, WorkerPool workers) {
    try {
      return new OneDnnEngine(lanes, workers);
    } catch (RuntimeException | LinkageError e) {
      workers.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return LibraryVersion.text();
  }

  @Override
  public Memory memory() {
    return memory;
  }

  @Override
  public Parallel parallel() {
    return workers;
  }

  @Override
  public MatrixProduct matrixProduct(MatrixProduct.Spec spec) {
    return new OneDnnMatrixProduct(engine, spec);
  }

  @Override
  public InnerProduct innerProduct(InnerProduct.Spec spec) {
    return new OneDnnInnerProduct(engine, spec);
  }

  @Override
  public Convolution convolution(Convolution.Spec spec) {
    return spec.spatialAxes() > ConvolutionPasses.MOST_AXES
        ? new UnfoldedConvolution(this, engine, spec)
        : new OneDnnConvolution(engine, spec);
  }

  @Override
  public Pooling pooling(Pooling.Spec spec) {
    boolean exact =
        spec.input().count() > 0 && new PoolingShape(spec, spec.input().dim(0)).isExactInOneDnn();
    return switch (spec.method()) {
      case MAX ->
          exact ? new MaximumPooling(engine, spec, workers) : new WindowMaximum(spec, workers);
      case AVE, AVE_INSIDE ->
          exact ? new OneDnnPooling(engine, spec) : new WindowAverage(spec, workers);
    };
  }

  @Override
  public Lrn lrn(Lrn.Spec spec) {
    return LrnDescriptions.of(engine, spec)
        .<Lrn>map(descriptions -> new OneDnnLrn(engine, spec, descriptions))
        .orElseGet(() -> new PlainLrn(spec, workers));
  }

  @Override
  public Softmax softmax(Softmax.Spec spec) {
    return new OneDnnSoftmax(engine, spec, workers);
  }

  @Override
  public Elementwise elementwise(Elementwise.Spec spec) {
    return new OneDnnElementwise(engine, spec, workers);
  }

  @Override
  public void close() {
    workers.close();
    engine.close();
  }
}
