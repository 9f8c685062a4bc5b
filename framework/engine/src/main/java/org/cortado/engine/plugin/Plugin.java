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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerModule;
import org.cortado.api.backend.BackendFactory;
import org.cortado.api.backend.Portable;
import org.cortado.engine.portable.PortableBackendFactory;

/** One {@link LayerModule} with the services it binds. */
final class Plugin {

  private static final Key<Set<Class<? extends Layer>>> LAYERS = Key.get(new TypeLiteral<>() {});

  private final Origin origin;
  private final ClassLoader loader;
  private final Injector injector;
  private final List<LayerDeclaration> layers;
  private final PluginParts parts;
  private final Map<Class<?>, PartMaker<?>> makers = new ConcurrentHashMap<>();

  private Plugin(Origin origin, ClassLoader loader, Injector injector) {
    this.origin = origin;
    this.loader = loader;
    this.injector = injector;
    layers = injector.getInstance(LAYERS).stream().map(this::declaration).toList();
    parts = PluginParts.of(injector, this);
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
      throw new PluginException(origin + ": " + Reason.of(e.getErrorMessages(), loader), e);
    } catch (ProvisionException e) {
      throw new PluginException(
          origin + ": can't make a backend: " + Reason.of(e.getErrorMessages(), loader), e);
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

  /** Returns what it offers besides layers. */
  PluginParts parts() {
    return parts;
  }

  /**
   * Makes a layer or a listener.
   *
   * @param given what its constructor may ask for besides services, by type
   * @throws PluginException if its constructor, or a service that it wants, fails
   */
  <T> T create(Class<? extends T> type, Map<Class<?>, Object> given) {
    try {
      return ContextLoader.within(
          loader,
          () ->
              type.cast(
                  makers
                      .computeIfAbsent(
                          type, any -> new PartMaker<>(type, Set.copyOf(given.keySet()), injector))
                      .make(given)));
    } catch (ProvisionException e) {
      if (e.getCause() instanceof InvalidLayerException invalid) {
        throw invalid;
      }
      throw failure(type, Reason.of(e.getErrorMessages(), loader), e);
    } catch (CreationException e) {
      throw failure(type, Reason.of(e.getErrorMessages(), loader), e);
    } catch (ConfigurationException e) {
      throw failure(type, Reason.of(e.getErrorMessages(), loader), e);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      throw failure(type, Reason.of(e, loader), e);
    }
  }

  private PluginException failure(Class<?> type, String reason, Throwable fault) {
    return new PluginException(
        origin + ": can't make a " + type.getSimpleName() + ": " + reason, fault);
  }

  /** Guice without surprises, and what Cortado itself has to be injected. */
  private static final class Strict extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      binder().requireAtInjectOnConstructors();
      binder().requireExactBindingAnnotations();
      binder().disableCircularProxies();
      bind(BackendFactory.class)
          .annotatedWith(Portable.class)
          .toInstance(new PortableBackendFactory());
    }
  }
}
