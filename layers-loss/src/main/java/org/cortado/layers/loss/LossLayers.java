package org.cortado.layers.loss;

import org.cortado.api.LayerModule;

/** The layers of this jar. */
public final class LossLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(AccuracyLayer.class);
    layer(ContrastiveLossLayer.class);
    layer(CosineEmbeddingLossLayer.class);
    layer(EuclideanLossLayer.class);
    layer(HingeLossLayer.class);
    layer(InfogainLossLayer.class);
    layer(KLDivLossLayer.class);
    layer(L1LossLayer.class);
    layer(LogSoftmaxLayer.class);
    layer(MultiClassHingeLossLayer.class);
    layer(MultinomialLogisticLossLayer.class);
    layer(NLLLossLayer.class);
    layer(SigmoidCrossEntropyLossLayer.class);
    layer(SmoothL1LossLayer.class);
    layer(SoftmaxLayer.class);
    layer(SoftmaxWithLossLayer.class);
    layer(TripletLossLayer.class);
  }
}
