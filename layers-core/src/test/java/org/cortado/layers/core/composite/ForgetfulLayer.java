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

/** A layer that says its backward reads nothing, while that of its part does. */
@LayerType(
    name = "test:Forgetful",
    backwardReads = {})
@Help("gives away what its part reads")
final class ForgetfulLayer extends CompositeLayer {

  @Inject
  ForgetfulLayer(LayerContext context, Backend backend) {
    super(context, backend);
  }

  @Override
  protected List<Wire> connect(List<Wire> bottoms) {
    return List.of(part("log", "Log", Map.of(), bottoms.get(0)));
  }
}
