package org.cortado.engine.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.OutOfScopeException;
import com.google.inject.Provider;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the layers, or other parts, of one class.
 *
 * <p>To set up an injector takes longer than to check a layer, so there is one for the class, which
 * gives each layer its own options and context while its constructor runs, and not after.
 */
final class PartMaker<T> {

  private final Class<? extends T> type;
  private final Injector injector;
  private @Nullable Map<Class<?>, Object> given;

  /**
   * Makes a maker.
   *
   * @param wanted what a constructor may ask for besides the plug-in's services
   */
  PartMaker(Class<? extends T> type, Set<Class<?>> wanted, Injector services) {
    this.type = type;
    injector = services.createChildInjector(new Bindings(wanted));
  }

  /**
   * Makes a part.
   *
   * @param its what its constructor may ask for besides the plug-in's services, by type
   */
  synchronized T make(Map<Class<?>, Object> its) {
    given = its;
    try {
      return injector.getInstance(type);
    } finally {
      given = null;
    }
  }

  private Object given(Class<?> wanted) {
    Map<Class<?>, Object> current = given;
    if (current == null) {
      throw new OutOfScopeException(
          "the " + wanted.getSimpleName() + " is for the constructor alone");
    }
    return Objects.requireNonNull(current.get(wanted));
  }

  private final class Bindings extends AbstractModule {

    private final Set<Class<?>> wanted;

    Bindings(Set<Class<?>> wanted) {
      this.wanted = wanted;
    }

    @Override
    protected void configure() {
      bind(type);
      wanted.forEach(this::bindGiven);
    }

    private <G> void bindGiven(Class<G> one) {
      Provider<G> provider = () -> one.cast(given(one));
      bind(one).toProvider(provider);
    }
  }
}
