package unboundinmodule;

import org.cortado.api.LayerModule;

public final class BrokenLayers extends LayerModule {

  static final class Work implements Runnable {
    @com.google.inject.Inject
    Work(java.time.Clock clock) {}

    @Override
    public void run() {}
  }

  @Override
  protected void configureLayers() {
    layer(BrokenLayer.class);
    bind(Runnable.class).to(Work.class);
  }
}
