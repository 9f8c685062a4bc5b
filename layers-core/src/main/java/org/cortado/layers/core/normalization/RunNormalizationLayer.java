package org.cortado.layers.core.normalization;

import java.util.List;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.Weights;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Prepared;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.filler.ConstantFiller;

/** The base of a layer that normalises neighbouring elements by their own mean and variance. */
abstract class RunNormalizationLayer implements Layer {

  private final Parallel parallel;
  private final Weights weights;
  private final Scaling scaling;
  private final boolean learns;
  private final Prepared<Units, Passes> passes;

  private Units units = Units.ofRuns(0, 0);

  private record Passes(ForwardRuns forward, BackwardRuns backward) {}

  RunNormalizationLayer(LayerContext context, Backend backend, Scaling scaling, boolean learns) {
    this.scaling = scaling;
    this.learns = learns;
    parallel = backend.parallel();
    weights = new Weights(context);
    passes = new Prepared<>(this::prepare, closed -> {});
  }

  /**
   * Returns which elements are normalised together.
   *
   * @throws InvalidLayerException if the layer can't take bottoms of this shape
   */
  abstract Units units(Shape x);

  /** Returns the shape of either parameter, where there are parameters. */
  abstract Shape parameters(Shape x);

  /** Returns what the parameters do to normalised elements. */
  abstract Affine affine(Parallel threads, Units units, Blob gamma, Blob beta);

  /** Returns whether there are parameters. */
  final boolean learns() {
    return learns;
  }

  /** Takes memory for each set, and so is called by the first forward pass. */
  private Passes prepare(Units shaped) {
    Affine affine =
        learns
            ? affine(parallel, shaped, weights.blobs().get(0), weights.blobs().get(1))
            : new NoAffine(shaped);
    Statistics statistics = new Statistics(shaped.sets(), scaling);
    return new Passes(
        new ForwardRuns(parallel, shaped, statistics, affine),
        new BackwardRuns(parallel, shaped, statistics, affine));
  }

  @Override
  public final void setUp(List<Blob> bottom, List<Blob> top) {
    Shape x = bottom.get(0).shape();
    units(x);
    if (learns) {
      weights.add(parameters(x), new ConstantFiller(1));
      weights.add(parameters(x), new ConstantFiller(0));
    }
  }

  @Override
  public final void reshape(List<Blob> bottom, List<Blob> top) {
    Shape x = bottom.get(0).shape();
    units = units(x);
    if (learns && !parameters(x).equals(weights.blobs().get(0).shape())) {
      throw new InvalidLayerException(
          "the parameters were made for %s, but the bottom %s now wants %s"
              .formatted(weights.blobs().get(0).shape(), x, parameters(x)));
    }
    top.get(0).reshapeLike(bottom.get(0));
  }

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    passes.prepare(units);
    passes.operation().forward().byOwn(bottom.get(0).data().read(), top.get(0).data().write());
  }

  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    BackwardRuns backward =
        passes
            .operation()
            .backward()
            .of(bottom.get(0).data().read(), top.get(0).diff().read(), false);
    if (propagateDown[0]) {
      backward.all(bottom.get(0).diff().write());
    } else {
      backward.parametersAlone();
    }
  }

  @Override
  public final List<Blob> parameters() {
    return weights.blobs();
  }
}
