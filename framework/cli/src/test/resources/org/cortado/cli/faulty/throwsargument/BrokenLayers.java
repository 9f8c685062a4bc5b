package throwsargument;

import org.cortado.api.LayerModule;

public final class BrokenLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(BrokenLayer.class);
  }
}
