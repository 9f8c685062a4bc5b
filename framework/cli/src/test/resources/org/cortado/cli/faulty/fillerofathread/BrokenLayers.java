package fillerofathread;

import org.cortado.api.LayerModule;

public final class BrokenLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    filler(BrokenFiller.class);
  }
}
