package org.cortado.api;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.filler.Filler;
import org.cortado.api.option.Choice;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.training.TrainingListener;
import org.cortado.api.update.UpdateRule;

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
 *     updateRule(SignRule.class);
 *   }
 * }
 * }</pre>
 *
 * <p>Services that layers, listeners and backends want injected are bound in {@link
 * #configureLayers} as in any Guice module.
 */
public abstract class LayerModule extends AbstractModule {

  private static final TypeLiteral<Class<? extends Layer>> LAYER = new TypeLiteral<>() {};
  private static final TypeLiteral<Class<? extends TrainingListener>> LISTENER =
      new TypeLiteral<>() {};
  private static final TypeLiteral<Choice<?>> CHOICE = new TypeLiteral<>() {};

  /** For subclasses. */
  protected LayerModule() {}

  /** Calls {@link #layer} and its like for all that the jar offers. */
  protected abstract void configureLayers();

  @Override
  protected final void configure() {
    Multibinder.newSetBinder(binder(), LAYER);
    Multibinder.newSetBinder(binder(), LISTENER);
    Multibinder.newSetBinder(binder(), CHOICE);
    Multibinder.newSetBinder(binder(), BackendFactory.class);
    configureLayers();
  }

  /** Offers a layer, a source of data or a metric; the class bears {@link LayerType}. */
  protected final void layer(Class<? extends Layer> layer) {
    Multibinder.newSetBinder(binder(), LAYER).addBinding().toInstance(layer);
  }

  /** Offers a filler; the class is a record that bears {@link org.cortado.api.option.TypeName}. */
  protected final void filler(Class<? extends Filler> filler) {
    choice(Filler.class, filler);
  }

  /**
   * Offers an update rule; the class is a record that bears {@link
   * org.cortado.api.option.TypeName}.
   */
  protected final void updateRule(Class<? extends UpdateRule> rule) {
    choice(UpdateRule.class, rule);
  }

  /**
   * Offers a learning rate policy; the class is a record that bears {@link
   * org.cortado.api.option.TypeName}.
   */
  protected final void learningRatePolicy(Class<? extends LearningRatePolicy> policy) {
    choice(LearningRatePolicy.class, policy);
  }

  /**
   * Offers a record that a {@code type} key chooses among those of an interface; it may be one of
   * the jar's own, which options of its layers then have for a type.
   *
   * @param among the interface
   * @param record bears {@link org.cortado.api.option.TypeName}
   */
  protected final <T> void choice(Class<T> among, Class<? extends T> record) {
    Multibinder.newSetBinder(binder(), CHOICE).addBinding().toInstance(new Choice<>(among, record));
  }

  /** Offers a listener; the class bears {@link org.cortado.api.option.TypeName}. */
  protected final void listener(Class<? extends TrainingListener> listener) {
    Multibinder.newSetBinder(binder(), LISTENER).addBinding().toInstance(listener);
  }

  /**
   * Offers a backend. Its factory is made when the jar is loaded, through its one {@code @Inject}
   * constructor, and must not load native libraries before it is asked for a backend.
   */
  protected final void backend(Class<? extends BackendFactory> factory) {
    bind(factory);
    Multibinder.newSetBinder(binder(), BackendFactory.class).addBinding().to(factory);
  }
}
