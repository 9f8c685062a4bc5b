package composed;

import com.google.inject.Inject;
import java.util.List;
import java.util.Map;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.composite.CompositeLayer;
import org.cortado.api.composite.Wire;

@LayerType(name = "composed:Noisy")
public final class Noisy extends CompositeLayer {

  @Inject
  Noisy(LayerContext context, Backend backend) {
    super(context, backend);
  }

  @Override
  protected List<Wire> connect(List<Wire> bottoms) {
    Map<String, ?> filler = Map.of("type", "gaussian", "std", 0.5);
    Wire h =
        part(
            "product",
            "InnerProduct",
            Map.of("num_output", 4, "weight_filler", filler),
            bottoms.get(0));
    h = part("drop", "Dropout", Map.of("dropout_ratio", 0.4), h);
    return List.of(part("tanh", "TanH", Map.of(), h));
  }
}
