package composed;

import com.google.inject.Inject;
import java.util.List;
import java.util.Map;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.composite.CompositeLayer;
import org.cortado.api.composite.Wire;

@LayerType(name = "composed:Outer")
public final class Outer extends CompositeLayer {

  @Inject
  Outer(LayerContext context, Backend backend) {
    super(context, backend);
  }

  @Override
  protected List<Wire> connect(List<Wire> bottoms) {
    Wire h = part("inner", "composed:Noisy", Map.of(), bottoms.get(0));
    Map<String, ?> filler = Map.of("type", "gaussian", "std", 0.5);
    Wire y = part("product", "InnerProduct", Map.of("num_output", 4, "weight_filler", filler), h);
    return List.of(part("sum", "Eltwise", Map.of(), y, h));
  }
}
