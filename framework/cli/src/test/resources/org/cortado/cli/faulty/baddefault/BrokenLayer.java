package baddefault;

import com.google.inject.Inject;
import org.cortado.api.LayerType;
import org.cortado.api.option.Default;
import shared.Passing;

@LayerType(name = "faulty:Layer")
public final class BrokenLayer extends Passing {

  public record Options(@Default("many") int count) {}

  @Inject
  BrokenLayer(Options options) {}
}
