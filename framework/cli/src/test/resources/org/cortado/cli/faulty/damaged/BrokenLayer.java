package damaged;

import com.google.inject.Inject;
import org.cortado.api.LayerType;
import shared.Passing;

@LayerType(name = "faulty:Layer")
public final class BrokenLayer extends Passing {

  @Inject
  BrokenLayer() {}
}
