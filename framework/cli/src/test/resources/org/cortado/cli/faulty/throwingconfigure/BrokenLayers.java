package throwingconfigure;

import org.cortado.api.LayerModule;

public final class BrokenLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    throw new UnsupportedOperationException("not on this machine");
  }
}
