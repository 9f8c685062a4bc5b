package org.cortado.layers.core.data;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.option.Help;

/**
 * Shows the images and labels of IDX files, the format of MNIST.
 *
 * <ul>
 *   <li>top 0, {@code data}: {@code [batch x 1 x H x W]} of a file {@code [N x H x W]}; {@code
 *       [batch x …]} of any other file {@code [N x …]}; times {@code scale}
 *   <li>top 1, {@code label}: {@code [batch]}, where {@code labels} names a file
 *   <li>backward: none
 *   <li>parameters: none
 * </ul>
 *
 * <p>The files are held in memory as they are; whether one is gzipped its first bytes say, not its
 * name. Set-up reads the headers, the first forward the rest.
 */
@LayerType(
    name = "Idx",
    bottoms = 0,
    maxTops = 2,
    topNames = {"data", "label"},
    backwardReads = {},
    differentiable = false)
@Help("shows the images and labels of IDX files, the format of MNIST")
public final class IdxLayer extends BatchedLayer {

  private final IdxOptions options;

  @Inject
  IdxLayer(IdxOptions options, LayerContext context) {
    super(context, options.batches());
    this.options = options;
  }

  @Override
  Source open(int tops) {
    if (tops == 2 && options.labels().isEmpty()) {
      throw new InvalidLayerException("a second top needs a file of labels");
    }
    if (tops == 1 && options.labels().isPresent()) {
      throw new InvalidLayerException("labels need a second top");
    }
    return new IdxSource(options);
  }

  @Override
  public List<Path> files() {
    return Stream.concat(Stream.of(options.images()), options.labels().stream()).toList();
  }
}
