package org.cortado.engine.record;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.cortado.api.Layer;
import org.cortado.api.backend.Backend;

/**
 * The programs of a run.
 *
 * @param cortado Cortado's version
 * @param api the version of the API that layers are written for
 * @param backend what computes
 * @param backendVersion of the library behind it; empty where there is none
 * @param java the virtual machine
 * @param javaFlags what it was told of memory, compilers and collectors
 * @param jars those of Cortado, of the backend and of all layers of the nets
 * @param plugins all plug-ins at hand, for those who load them again
 */
public record Software(
    String cortado,
    String api,
    String backend,
    String backendVersion,
    String java,
    List<String> javaFlags,
    List<Fingerprint> jars,
    List<PluginRecord> plugins) {

  /** Copies the lists. */
  public Software {
    javaFlags = List.copyOf(javaFlags);
    jars = List.copyOf(jars);
    plugins = List.copyOf(plugins);
  }

  /** Returns that of this process. */
  public static Software here(Backend backend, List<Fingerprint> jars, List<PluginRecord> plugins) {
    return new Software(
        version(Software.class),
        version(Layer.class),
        backend.name(),
        backend.version(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(flag -> flag.startsWith("-X"))
            .toList(),
        jars,
        plugins);
  }

  private static String version(Class<?> type) {
    return Optional.ofNullable(type.getPackage().getImplementationVersion()).orElse("development");
  }
}
