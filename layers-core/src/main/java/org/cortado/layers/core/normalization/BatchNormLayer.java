package org.cortado.layers.core.normalization;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.cortado.api.Claim;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Phase;
import org.cortado.api.Reads;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.Parallel;
import org.cortado.api.backend.Prepared;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.option.Help;

/**
 * Normalises each channel over the batch: {@code y = γ · (x − mean) / √(variance + eps) + β}.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: {@code [N x channels x …]}, or fewer than two axes, which are one
 *       channel; the number of channels is fixed at set-up
 *   <li>top 0, {@code y}: the shape of {@code x}
 *   <li>backward: with {@code z} the normalised {@code x} and means over a channel, {@code dx = γ ·
 *       (dy − mean(dy) − z · mean(dy · z)) / √(variance + eps)}, or {@code γ · dy / √(variance +
 *       eps)} with {@code use_global_stats}; {@code dγ} and {@code dβ} sum {@code dy · z} and
 *       {@code dy} over all but the channels
 *   <li>parameters: three statistics, the running sums of means {@code [channels]}, of variances
 *       {@code [channels]} and of weights {@code [1]}; with {@code scale_bias} {@code γ} and {@code
 *       β}, both {@code [channels]}
 * </ul>
 *
 * <p>Ioffe and Szegedy 2015; Caffe's BatchNorm, and with {@code scale_bias}, which Caffe hasn't,
 * the Scale with a bias that follows it. As in Caffe mean and biased variance are the batch's in
 * the training phase and the running averages' in the test phase; every forward pass of training by
 * the batch's own multiplies the running sums by {@code moving_average_fraction} and adds its mean,
 * its unbiased variance (that of a single element counts as it is) and 1. Before the first one the
 * averages are 0. A batch without elements leaves the sums alone. Where variance and {@code eps}
 * are 0 the top is {@code β}.
 *
 * <p>Caffe changes the sums in the test phase, too, where {@code use_global_stats} is false there,
 * so that what is learned depends on how often it is tested. Here a test changes nothing.
 *
 * <p>In place the layer keeps a copy of {@code x}; otherwise backward reads {@code x} itself.
 */
@LayerType(
    name = "BatchNorm",
    bottomNames = "x",
    topNames = "y",
    inPlace = true,
    backwardReads = Reads.BOTTOM_DATA,
    claims = Claim.MIXES_ITEMS)
@Help("brings each channel of a batch to mean 0 and variance 1")
public final class BatchNormLayer implements Layer {

  private static final int CHANNEL_AXIS = 1;

  private final BatchNormOptions options;
  private final LayerContext context;
  private final Parallel parallel;
  private final boolean global;
  private final List<Blob> parameters = new ArrayList<>();
  private final RunningAverages averages;
  private final Tensor kept;
  private final Tensor scratch;
  private final Prepared<BatchRuns.Batch, BatchRuns> prepared;
  private BatchRuns.Batch batch = batch(Shape.of());
  private boolean workedInPlace;

  @Inject
  BatchNormLayer(BatchNormOptions options, LayerContext context, Backend backend) {
    this.options = options;
    this.context = context;
    parallel = backend.parallel();
    averages = new RunningAverages(context, options.movingAverageFraction());
    global = options.useGlobalStats().orElse(context.phase() == Phase.TEST);
    kept = context.tensor(Shape.of(0));
    scratch = context.tensor(Shape.of(0));
    prepared = new Prepared<>(this::prepare, closed -> {});
  }

  /** Takes memory for each channel, and so is called by the first forward pass. */
  private BatchRuns prepare(BatchRuns.Batch shaped) {
    Scaling scaling = new Scaling(Scaling.Kind.INSIDE, options.eps());
    return new BatchRuns(parallel, shaped, scaling, this::affine, kept, scratch);
  }

  private Affine affine(Units units) {
    return options.scaleBias()
        ? new ChannelAffine(units, parameters.get(3), parameters.get(4))
        : new NoAffine(units);
  }

  private static BatchRuns.Batch batch(Shape x) {
    return x.axes() <= CHANNEL_AXIS
        ? new BatchRuns.Batch(1, 1, x.count())
        : new BatchRuns.Batch(x.dim(0), x.dim(CHANNEL_AXIS), x.count(CHANNEL_AXIS + 1));
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    int channels = batch(bottom.get(0).shape()).channels();
    averages.add(channels);
    parameters.addAll(averages.blobs());
    if (options.scaleBias()) {
      parameters.add(context.parameter(Shape.of(channels), options.scaleFiller()));
      parameters.add(context.parameter(Shape.of(channels), options.biasFiller()));
    }
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    Shape x = bottom.get(0).shape();
    batch = batch(x);
    if (batch.channels() != averages.channels()) {
      throw new InvalidLayerException(
          "the statistics were made for %d channels, but the bottom %s now has %d"
              .formatted(averages.channels(), x, batch.channels()));
    }
    top.get(0).reshapeLike(bottom.get(0));
    kept.reshape(x);
    scratch.reshape(x);
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    Tensor x = bottom.get(0).data();
    Tensor y = top.get(0).data();
    prepared.prepare(batch);
    BatchRuns runs = prepared.operation();
    workedInPlace = x.sharesMemoryWith(y);
    if (global) {
      averages.putInto(runs.statistics());
    }
    runs.forward(x, y, global, workedInPlace && backwardReadsX());
    if (!global && context.phase() == Phase.TRAIN && x.count() > 0) {
      averages.update(runs.statistics(), x.count() / averages.channels());
    }
  }

  private boolean backwardReadsX() {
    return !global || options.scaleBias();
  }

  @Override
  public void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    Tensor x = workedInPlace && backwardReadsX() ? kept : bottom.get(0).data();
    Tensor dy = top.get(0).diff();
    BatchRuns runs = prepared.operation();
    if (propagateDown[0]) {
      runs.backward(x, dy, bottom.get(0).diff(), global);
    } else {
      runs.backwardParameters(x, dy, global);
    }
  }

  @Override
  public List<Blob> parameters() {
    return parameters;
  }
}
