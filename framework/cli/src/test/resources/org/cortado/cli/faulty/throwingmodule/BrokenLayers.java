package throwingmodule;

import org.cortado.api.LayerModule;

public final class BrokenLayers extends LayerModule {

  public BrokenLayers() {
    throw new IllegalStateException("no licence found");
  }

  @Override
  protected void configureLayers() {
    layer(BrokenLayer.class);
  }
}
