package acme;

import com.google.inject.Scopes;
import org.cortado.api.LayerModule;

/** Lists what this jar offers, and binds the service that two of its parts share. */
public final class AcmeParts extends LayerModule {

  @Override
  protected void configureLayers() {
    filler(StripesFiller.class);
    updateRule(SignRule.class);
    learningRatePolicy(WavePolicy.class);
    layer(PointsLayer.class);
    layer(F1Layer.class);
    listener(JournalListener.class);
    backend(CountingBackendFactory.class);
    bind(Tally.class).in(Scopes.SINGLETON);
  }
}
