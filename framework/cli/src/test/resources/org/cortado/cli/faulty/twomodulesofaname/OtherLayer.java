package twomodulesofaname;

import com.google.inject.Inject;
import org.cortado.api.LayerType;
import shared.Passing;

@LayerType(name = "faulty:Layer")
public final class OtherLayer extends Passing {

  @Inject
  OtherLayer() {}
}
