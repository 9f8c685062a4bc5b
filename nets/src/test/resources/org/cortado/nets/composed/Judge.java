package composed;

import com.google.inject.Inject;
import java.util.List;
import java.util.Map;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.composite.CompositeLayer;
import org.cortado.api.composite.Wire;

@LayerType(name = "composed:Judge", bottoms = 2, noGradient = 1, loss = true)
public final class Judge extends CompositeLayer {

  @Inject
  Judge(LayerContext context, Backend backend) {
    super(context, backend);
  }

  @Override
  protected List<Wire> connect(List<Wire> bottoms) {
    Wire scores = bottoms.get(0);
    Wire wrong = part("wrong", "SoftmaxWithLoss", Map.of(), scores, bottoms.get(1));
    Wire large = part("large", "Reduction", Map.of("operation", "sumsq", "coeff", 0.125), scores);
    return List.of(part("sum", "Eltwise", Map.of(), wrong, large));
  }
}
