package org.cortado.layers.core.data;

import org.cortado.api.LayerModule;

/** The layers that data come from. */
public final class DataLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(CsvLayer.class);
    layer(DummyDataLayer.class);
    layer(IdxLayer.class);
    layer(InputLayer.class);
    layer(MemoryDataLayer.class);
    layer(TextLayer.class);
  }
}
