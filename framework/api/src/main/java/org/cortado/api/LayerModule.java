package org.cortado.api;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import org.cortado.api.filler.Filler;

/**
 * Lists what a plug-in jar offers; found by {@link java.util.ServiceLoader}.
 *
 * <p>A jar names its module in {@code META-INF/services/org.cortado.api.LayerModule}. The module
 * must have a public constructor without parameters.
 *
 * <pre>{@code
 * public final class AcmeLayers extends LayerModule {
 *   @Override
 *   protected void configureLayers() {
 *     layer(SpikyReluLayer.class);
 *   }
 * }
 * }</pre>
 *
 * <p>Services that the layers want injected are bound in {@link #configureLayers} as in any Guice
 * module.
 */
public abstract class LayerModule extends AbstractModule {

  private static final TypeLiteral<Class<? extends Layer>> LAYER = new TypeLiteral<>() {};
  private static final TypeLiteral<Class<? extends Filler>> FILLER = new TypeLiteral<>() {};

  /** For subclasses. */
  protected LayerModule() {}

  /** Calls {@link #layer} and {@link #filler} for all that the jar offers. */
  protected abstract void configureLayers();

  @Override
  protected final void configure() {
    Multibinder.newSetBinder(binder(), LAYER);
    Multibinder.newSetBinder(binder(), FILLER);
    configureLayers();
  }

  /** Offers a layer; the class bears {@link LayerType}. */
  protected final void layer(Class<? extends Layer> layer) {
    Multibinder.newSetBinder(binder(), LAYER).addBinding().toInstance(layer);
  }

  /** Offers a filler; the class is a record that bears {@link org.cortado.api.option.TypeName}. */
  protected final void filler(Class<? extends Filler> filler) {
    Multibinder.newSetBinder(binder(), FILLER).addBinding().toInstance(filler);
  }
}
