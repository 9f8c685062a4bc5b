package insideofcortado;

import com.google.inject.Inject;
import org.cortado.api.LayerType;
import shared.Passing;

@LayerType(name = "faulty:Layer")
public final class BrokenLayer extends Passing {

  private final org.cortado.engine.record.Machine machine;

  @Inject
  BrokenLayer() {
    machine = org.cortado.engine.record.Machine.here();
  }
}
