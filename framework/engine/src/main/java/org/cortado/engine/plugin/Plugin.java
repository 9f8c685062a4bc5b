package org.cortado.engine.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.ProvisionException;
import com.google.inject.TypeLiteral;
import java.lang.annotation.AnnotationFormatError;
import java.lang.annotation.AnnotationTypeMismatchException;
import java.lang.annotation.IncompleteAnnotationException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerModule;
import org.cortado.api.backend.Backend;
import org.cortado.api.filler.Filler;

/** One {@link LayerModule} with the services it binds. */
final class Plugin {

  private static final Key<Set<Class<? extends Layer>>> LAYERS = Key.get(new TypeLiteral<>() {});
  private static final Key<Set<Class<? extends Filler>>> FILLERS = Key.get(new TypeLiteral<>() {});

  private final Origin origin;
  private final ClassLoader loader;
  private final Injector injector;
  private final List<LayerDeclaration> layers;
  private final Map<String, Class<? extends Record>> fillers = new TreeMap<>();
  private final Map<Class<? extends Layer>, LayerMaker> makers = new ConcurrentHashMap<>();

  private Plugin(Origin origin, ClassLoader loader, Injector injector) {
    this.origin = origin;
    this.loader = loader;
    this.injector = injector;
    layers = injector.getInstance(LAYERS).stream().map(this::declaration).toList();
    injector.getInstance(FILLERS).forEach(this::addFiller);
  }

  /**
   * Configures a module.
   *
   * @param origin its jar
   * @throws PluginException if its bindings, or the declaration of a layer or a filler, are wrong
   */
  static Plugin of(LayerModule module, Origin origin) {
    ClassLoader loader = module.getClass().getClassLoader();
    try {
      return new Plugin(origin, loader, Guice.createInjector(new Strict(), module));
    } catch (CreationException e) {
      throw new PluginException(origin + ": " + Reason.of(e.getErrorMessages()), e);
    } catch (ArrayStoreException
        | TypeNotPresentException
        | EnumConstantNotPresentException
        | IncompleteAnnotationException
        | AnnotationTypeMismatchException
        | AnnotationFormatError e) {
      throw new PluginException(
          origin + ": its annotations are those of another version of Cortado: " + e, e);
    }
  }

  Origin origin() {
    return origin;
  }

  List<LayerDeclaration> layers() {
    return layers;
  }

  private LayerDeclaration declaration(Class<? extends Layer> layer) {
    return LayerDeclaration.of(layer, this);
  }

  private void addFiller(Class<? extends Filler> filler) {
    FillerDeclaration declared = FillerDeclaration.of(filler, origin.name());
    Class<?> other = fillers.putIfAbsent(declared.name(), declared.record());
    if (other != null) {
      throw new PluginException(
          "%s: filler '%s' is both %s and %s"
              .formatted(origin, declared.name(), other.getName(), filler.getName()));
    }
  }

  /** Returns the fillers by the names that net files use. */
  Map<String, Class<? extends Record>> fillers() {
    return Collections.unmodifiableMap(fillers);
  }

  Layer create(Class<? extends Layer> type, Record options, LayerContext context, Backend backend) {
    try {
      return ContextLoader.within(
          loader,
          () ->
              makers
                  .computeIfAbsent(type, any -> new LayerMaker(type, options.getClass(), injector))
                  .make(options, context, backend));
    } catch (ProvisionException e) {
      if (e.getCause() instanceof InvalidLayerException invalid) {
        throw invalid;
      }
      throw failure(type, Reason.of(e.getErrorMessages()), e.getCause() == null ? e : e.getCause());
    } catch (CreationException e) {
      throw failure(type, Reason.of(e.getErrorMessages()), e);
    } catch (ConfigurationException e) {
      throw failure(type, Reason.of(e.getErrorMessages()), e);
    } catch (LinkageError e) {
      throw failure(type, Reason.of(e), e);
    }
  }

  private PluginException failure(Class<?> type, String reason, Throwable cause) {
    return new PluginException(
        origin + ": can't make a " + type.getSimpleName() + ": " + reason, cause);
  }

  private static final class Strict extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      binder().requireAtInjectOnConstructors();
      binder().requireExactBindingAnnotations();
      binder().disableCircularProxies();
    }
  }
}
