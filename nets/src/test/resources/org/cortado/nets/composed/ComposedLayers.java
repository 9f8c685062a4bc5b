package composed;

import org.cortado.api.LayerModule;

public final class ComposedLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(Noisy.class);
    layer(Outer.class);
    layer(Reader.class);
    layer(Judge.class);
  }
}
