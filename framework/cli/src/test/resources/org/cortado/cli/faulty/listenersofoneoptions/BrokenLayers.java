package listenersofoneoptions;

import org.cortado.api.LayerModule;

public final class BrokenLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    listener(One.class);
    listener(Other.class);
  }
}
