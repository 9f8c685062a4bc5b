package org.cortado.layers.core;

import org.cortado.api.LayerModule;
import org.cortado.layers.core.data.CsvLayer;
import org.cortado.layers.core.data.DummyDataLayer;
import org.cortado.layers.core.data.IdxLayer;
import org.cortado.layers.core.data.InputLayer;

/** The layers of this jar. */
public final class CoreLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(AddLayer.class);
    layer(ConcatLayer.class);
    layer(ConvolutionLayer.class);
    layer(CsvLayer.class);
    layer(DropoutLayer.class);
    layer(DummyDataLayer.class);
    layer(FlattenLayer.class);
    layer(IdxLayer.class);
    layer(InnerProductLayer.class);
    layer(InputLayer.class);
    layer(MaxLayer.class);
    layer(MultiplyLayer.class);
    layer(PoolingLayer.class);
    layer(ReshapeLayer.class);
    layer(SplitLayer.class);
    layer(SumLayer.class);
  }
}
