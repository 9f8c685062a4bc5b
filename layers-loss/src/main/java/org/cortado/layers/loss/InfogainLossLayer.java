package org.cortado.layers.loss;

import jakarta.inject.Inject;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Buffers;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/**
 * The cross-entropy of scores and labels with a matrix that says how much each class counts for
 * each label: {@code loss = −Σ w Σ_k H[label, k] ln p_k / norm}, {@code p} being the softmax of the
 * scores and the first sum going over all positions whose label is not ignored.
 *
 * <ul>
 *   <li>bottom 0, {@code x}: scores {@code [outer x classes x inner]}, split at {@code axis}
 *   <li>bottom 1: labels, {@code outer · inner} whole numbers from 0 to {@code classes − 1}
 *   <li>bottom 2, if there is no {@code source}: {@code H}, {@code [classes x classes]}
 *   <li>the next bottom, if named: a weight for each position, or for each of the {@code outer}
 *       items; {@code w} is this times the weight of the label's class, 1 without either
 *   <li>top 0: the loss, {@code []}
 *   <li>top 1, if named: {@code p}, the shape of {@code x}; nothing is propagated down from it
 *   <li>backward: {@code dx_k = (p_k Σ_j H[label, j] − H[label, k]) · w · weight / norm}, 0 where
 *       ignored; no other bottom takes a gradient
 *   <li>parameters: none
 * </ul>
 *
 * <p>With {@code label_smoothing} {@code ε} the label's row of {@code H} is {@code Σ_c q_c H[c, k]}
 * in both formulas, with {@code q_c = 1 − ε + ε / classes} for the label's class and {@code ε /
 * classes} for the others; the weight is that of the label's class.
 *
 * <p>Caffe's InfogainLoss, as there with {@code p} taken for 1e-20 where it is less. Caffe ignores
 * {@code source} if there is a third bottom; here that is the weights then. Caffe's file is a
 * protocol buffer; here it is NumPy's {@code .npy} with 32-bit floats, or text, a row a line. With
 * the unit matrix this is SoftmaxWithLoss. {@link Normalization} says what weights do to the
 * divisor. Sums are in double.
 */
@LayerType(
    name = "InfogainLoss",
    bottoms = 2,
    maxBottoms = 4,
    maxTops = 2,
    bottomNames = {"scores", "labels", "infogain matrix or weights", "weights"},
    topNames = {"loss", "probabilities"},
    backwardReads = {},
    loss = true,
    noGradient = {1, 2, 3},
    noGradientTops = 1)
@Help("cross-entropy in which a matrix says how much each class counts for each label")
public final class InfogainLossLayer extends SoftmaxLossLayer {

  /** What a net file says of an {@code InfogainLoss}. */
  public record Options(
      @Help("the file with the infogain matrix, text or .npy; without it bottom 2 is the matrix")
          Optional<Path> source,
      @Default("1") @Help("the axis of the classes; negative counts from the end") int axis,
      @Help("a label whose positions count for nothing") Optional<Integer> ignoreLabel,
      @Help("what the sum is divided by; valid unless said") Optional<Normalization> normalization,
      @Help("Caffe's old way to say normalization: true for valid, false for batch_size")
          Optional<Boolean> normalize,
      @Default("0")
          @Range(min = 0, max = 1)
          @Help("the share of the target that is spread evenly over all classes")
          float labelSmoothing,
      @Range(min = 0)
          @Help("what the loss of each class's positions is multiplied by; 1 unless said")
          List<Float> classWeights) {

    LabelOptions ofLabels() {
      return LabelOptions.of(ignoreLabel, normalization, normalize, classWeights);
    }

    /** Returns how many bottoms come before the weights. */
    int bottomsBeforeWeights() {
      return source.isPresent() ? 2 : 3;
    }
  }

  private final Options options;
  private final Gains gains;
  private FloatBuffer source = Buffers.EMPTY;

  @Inject
  InfogainLossLayer(Options options, LayerContext context, Backend backend) {
    this(options, new Gains(), context, backend);
  }

  private InfogainLossLayer(Options options, Gains gains, LayerContext context, Backend backend) {
    super(
        context,
        backend,
        options.axis(),
        new LabelledLoss(
            options.ofLabels(),
            new Smoothing(options.labelSmoothing()).of(gains),
            options.bottomsBeforeWeights(),
            backend.parallel()));
    this.options = options;
    this.gains = gains;
  }

  @Override
  public void setUp(List<Blob> bottom, List<Blob> top) {
    int before = options.bottomsBeforeWeights();
    if (bottom.size() < before) {
      throw new InvalidLayerException(
          "the infogain matrix must come from the option source or a third bottom, but there is"
              + " neither");
    }
    if (bottom.size() > before + 1) {
      throw new InvalidLayerException(
          "with the option source there must be at most 3 bottoms, but there are " + bottom.size());
    }
    options.source().ifPresent(file -> source = FloatBuffer.wrap(new MatrixFile(file).read()));
  }

  @Override
  public void reshape(List<Blob> bottom, List<Blob> top) {
    super.reshape(bottom, top);
    int classes = ClassAxis.of(bottom.get(0).shape(), options.axis()).classes();
    if (options.source().isPresent()) {
      gains.reshape(classes, source.limit());
      gains.read(source);
    } else {
      gains.reshape(classes, bottom.get(2).count());
    }
  }

  @Override
  public void forward(List<Blob> bottom, List<Blob> top) {
    if (options.source().isEmpty()) {
      gains.read(bottom.get(2).data().read());
    }
    super.forward(bottom, top);
  }
}
