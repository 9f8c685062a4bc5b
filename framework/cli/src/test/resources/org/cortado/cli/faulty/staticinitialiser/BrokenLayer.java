package staticinitialiser;

import com.google.inject.Inject;
import org.cortado.api.LayerType;
import shared.Passing;

@LayerType(name = "faulty:Layer")
public final class BrokenLayer extends Passing {

  private static final int SIZE = Integer.parseInt("wide");

  @Inject
  BrokenLayer() {}
}
