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

/** A layer whose part gets a type of the test's choice, and a misspelt option. */
@LayerType(name = "test:Misspelt")
@Help("a part with a misspelt option")
final class MisspeltLayer extends CompositeLayer {

  /** What a test says of it. */
  record Options(@Help("the type of the part") String type) {}

  private final String type;

  @Inject
  MisspeltLayer(Options options, LayerContext context, Backend backend) {
    super(context, backend);
    type = options.type();
  }

  @Override
  protected List<Wire> connect(List<Wire> bottoms) {
    return List.of(part("it", type, Map.of("num_outptu", 2), bottoms.get(0)));
  }
}
