package choiceoflisteners;

import org.cortado.api.LayerModule;
import org.cortado.api.training.TrainingListener;

public final class BrokenLayers extends LayerModule {

  @Override
  protected void configureLayers() {
    choice(TrainingListener.Options.class, Options.class);
  }
}
