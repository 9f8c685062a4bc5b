package org.cortado.engine.plugin;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.cortado.api.Api;
import org.cortado.api.LayerModule;

/** Loads plug-ins from the class path and from jars, keeping the faults of those that won't. */
final class PluginLoader {

  private final List<Plugin> plugins = new ArrayList<>();
  private final List<PluginException> failures = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  List<Plugin> plugins() {
    return plugins;
  }

  List<PluginException> failures() {
    return failures;
  }

  /** Returns what is odd about jars that did load. */
  List<String> warnings() {
    return warnings;
  }

  /**
   * Loads the plug-ins of the class path.
   *
   * @throws PluginException if one of them is faulty
   */
  void loadClassPath() {
    ServiceLoader.load(LayerModule.class, PluginLoader.class.getClassLoader()).stream()
        .map(provider -> Plugin.of(provider.get(), Origin.ofClass(provider.type())))
        .forEach(plugins::add);
    plugins.stream().collect(groupingBy(Plugin::origin)).forEach(OwnNames::require);
  }

  void load(PluginJars jars) {
    failures.addAll(jars.failures());
    jars.jars().forEach(this::load);
  }

  private void load(PluginJar jar) {
    Origin origin = jar.origin();
    if (isOfFittingApi(jar, origin)) {
      warnOfMissingLibraries(jar, origin);
      PluginClassLoader loader = new PluginClassLoader(jar);
      attempt(loader, origin, () -> loadModules(loader, origin));
    }
  }

  private void loadModules(PluginClassLoader loader, Origin origin) {
    List<String> modules = ModuleNames.of(loader, origin);
    if (modules.isEmpty()) {
      fail(origin, "offers nothing: " + PluginJar.SERVICE + " is missing or names no class");
    }
    List<Plugin> loaded = new ArrayList<>();
    for (String name : modules) {
      attempt(loader, origin, () -> loaded.add(module(name, loader, origin)));
    }
    OwnNames.require(origin, loaded);
    plugins.addAll(loaded);
  }

  private boolean isOfFittingApi(PluginJar jar, Origin origin) {
    ApiVersion here = ApiVersion.parse(Api.VERSION).orElseThrow();
    boolean fits =
        jar.api().isEmpty() || jar.api().flatMap(ApiVersion::parse).filter(here::runs).isPresent();
    if (!fits) {
      fail(
          origin,
          "was built against version %s of Cortado's API, but this is version %s; build it anew"
              .formatted(jar.api().orElseThrow(), Api.VERSION));
    }
    return fits;
  }

  private void warnOfMissingLibraries(PluginJar jar, Origin origin) {
    if (!jar.missing().isEmpty()) {
      warnings.add(
          "%s: its manifest's Class-Path names %s, but it isn't there"
              .formatted(origin, String.join(", ", jar.missing())));
    }
  }

  private static Plugin module(String name, PluginClassLoader loader, Origin origin) {
    return ContextLoader.within(
        loader, () -> Plugin.of(NewModule.of(name, loader, origin), origin));
  }

  /**
   * Whatever a jar's code does, and whatever is in the jar, it is this jar alone that won't load.
   */
  private void attempt(PluginClassLoader loader, Origin origin, Runnable code) {
    try {
      code.run();
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (PluginException e) {
      failures.add(e);
    } catch (Throwable e) {
      fail(origin, Reason.of(e, loader), e);
    }
  }

  private void fail(Origin origin, String what, Throwable cause) {
    failures.add(new PluginException(origin + ": " + what, cause));
  }

  private void fail(Origin origin, String what) {
    failures.add(new PluginException(origin + ": " + what));
  }
}
