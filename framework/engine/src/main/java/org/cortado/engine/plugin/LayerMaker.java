package org.cortado.engine.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.OutOfScopeException;
import com.google.inject.Provider;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.backend.Backend;
import org.jspecify.annotations.Nullable;

/**
 * Makes the layers of one type.
 *
 * <p>To set up an injector takes longer than to check a layer, so there is one for the type, which
 * gives each layer its own options and context while its constructor runs, and not after.
 */
final class LayerMaker {

  private final Class<? extends Layer> type;
  private final Injector injector;
  private @Nullable Parts parts;

  /** What one layer's constructor may ask for besides the plug-in's services. */
  private record Parts(Record options, LayerContext context, Backend backend) {}

  LayerMaker(Class<? extends Layer> type, Class<? extends Record> optionsType, Injector services) {
    this.type = type;
    injector = services.createChildInjector(new Bindings(optionsType));
  }

  /** Makes a layer. */
  synchronized Layer make(Record options, LayerContext context, Backend backend) {
    parts = new Parts(options, context, backend);
    try {
      return injector.getInstance(type);
    } finally {
      parts = null;
    }
  }

  private Parts parts() {
    Parts current = parts;
    if (current == null) {
      throw new OutOfScopeException("a layer's options and context are for its constructor alone");
    }
    return current;
  }

  private final class Bindings extends AbstractModule {

    private final Class<? extends Record> optionsType;

    Bindings(Class<? extends Record> optionsType) {
      this.optionsType = optionsType;
    }

    @Override
    protected void configure() {
      bind(type);
      bindOptions(optionsType);
      bind(LayerContext.class).toProvider(() -> parts().context());
      bind(Backend.class).toProvider(() -> parts().backend());
    }

    private <O extends Record> void bindOptions(Class<O> options) {
      Provider<O> provider = () -> options.cast(parts().options());
      bind(options).toProvider(provider);
    }
  }
}
