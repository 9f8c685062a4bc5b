package ${package};

import org.cortado.api.LayerModule;

/** The layers of this jar. */
public final class ${module} extends LayerModule {

  @Override
  protected void configureLayers() {
    layer(${layer}Layer.class);
  }
}
