package org.cortado.layers.core.composite;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.cortado.api.Claim;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.composite.CompositeLayer;
import org.cortado.api.composite.Wire;
import org.cortado.api.option.Default;
import org.cortado.api.option.Help;
import org.cortado.api.option.Range;

/** A convolution and a normalisation of {@code x}, added to {@code x}. */
@LayerType(name = "test:Residual", claims = Claim.MIXES_ITEMS)
@Help("a convolution and a normalisation of x, added to x")
final class ResidualLayer extends CompositeLayer {

  /** What a net file says of it. */
  record Options(
      @Default("3") @Range(min = 1, max = 99) @Help("the size of the filters, odd") int size) {}

  private final int size;

  @Inject
  ResidualLayer(Options options, LayerContext context, Backend backend) {
    super(context, backend);
    size = options.size();
  }

  @Override
  protected List<Wire> connect(List<Wire> bottoms) {
    Wire x = bottoms.get(0);
    Map<String, ?> options =
        Map.of(
            "num_output",
            x.shape().axes() == 4 ? x.shape().dim(1) : 1,
            "kernel_size",
            size,
            "pad",
            size / 2,
            "weight_filler",
            Map.of("type", "xavier"));
    Wire h = part("conv", "Convolution", options, x);
    h = part("norm", "BatchNorm", Map.of("scale_bias", true), h);
    return List.of(part("sum", "Eltwise", Map.of(), h, x));
  }
}
