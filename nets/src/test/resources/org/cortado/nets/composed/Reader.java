package composed;

import com.google.inject.Inject;
import java.util.List;
import java.util.Map;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.composite.CompositeLayer;
import org.cortado.api.composite.Wire;

@LayerType(name = "composed:Reader", bottoms = 2, noGradient = 1)
public final class Reader extends CompositeLayer {

  @Inject
  Reader(LayerContext context, Backend backend) {
    super(context, backend);
  }

  @Override
  protected List<Wire> connect(List<Wire> bottoms) {
    Map<String, ?> filler = Map.of("type", "gaussian", "std", 0.5);
    Map<String, ?> options = Map.of("num_output", 3, "weight_filler", filler);
    Wire h = part("lstm", "LSTM", options, bottoms.get(0), bottoms.get(1));
    return List.of(part("tanh", "TanH", Map.of(), h));
  }
}
