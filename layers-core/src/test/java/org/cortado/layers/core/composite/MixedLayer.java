package org.cortado.layers.core.composite;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.composite.CompositeLayer;
import org.cortado.api.composite.Wire;
import org.cortado.api.option.Help;

/**
 * Parts of every kind: a wire with three readers, views, a part within a part, a wire that is read
 * and led out, one that takes no gradient, and a bottom led out as it came.
 */
@LayerType(name = "test:Mixed", bottoms = 2, tops = 4, noGradientTops = 3)
@Help("parts of every kind")
final class MixedLayer extends CompositeLayer {

  @Inject
  MixedLayer(LayerContext context, Backend backend) {
    super(context, backend);
  }

  @Override
  protected List<Wire> connect(List<Wire> bottoms) {
    Wire x = bottoms.get(0);
    Wire a = part("product", "InnerProduct", Map.of("num_output", 2), x);
    Wire squares = part("squares", "Multiply", Map.of(), a, a);
    Wire sum = part("sum", "Eltwise", Map.of("coeff", List.of(1, -2)), squares, a);
    Wire flat = part("flat", "Flatten", Map.of(), sum);
    Wire best = part("best", "ArgMax", Map.of(), a);
    return List.of(flat, a, bottoms.get(1), best);
  }
}
