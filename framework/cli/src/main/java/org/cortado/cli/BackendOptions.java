package org.cortado.cli;

import java.util.List;
import java.util.Optional;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.BackendFactory;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.record.Manifest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --backend} and {@code --threads}. */
final class BackendOptions {

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description =
          "What computes: onednn, portable or a plug-in's, which is never the default; the best of"
              + " Cortado's own that runs here by default.")
  private @Nullable String backend;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads compute; as many as there are cores by default.")
  private @Nullable Integer threads;

  Backend open(LayerCatalogue catalogue, Output output) {
    int count = threads(Runtime.getRuntime().availableProcessors());
    Backends backends = backends(catalogue, output);
    String name = backend;
    return name == null ? backends.openBest(count) : backends.open(name, count);
  }

  /** Opens the backend that is asked for, or else all of Cortado's own that run here. */
  List<Backend> openAll(LayerCatalogue catalogue, Output output) {
    return backend == null
        ? backends(catalogue, output).openAll(threads(Runtime.getRuntime().availableProcessors()))
        : List.of(open(catalogue, output));
  }

  /** Opens the backend that is asked for, or else that of an earlier run on as many threads. */
  Backend openAsIn(Manifest run, LayerCatalogue catalogue, Output output) {
    return backends(catalogue, output)
        .open(
            Optional.ofNullable(backend).orElse(run.software().backend()),
            threads(run.run().threads()));
  }

  private static Backends backends(LayerCatalogue catalogue, Output output) {
    return new Backends(
        catalogue.backends(),
        name -> catalogue.variants().clash(BackendFactory.class, name),
        catalogue.failures(),
        output::warn);
  }

  private int threads(int otherwise) {
    Integer asked = threads;
    if (asked == null) {
      return otherwise;
    }
    if (asked < 1) {
      throw new UsageException("--threads must be at least 1, but is " + asked);
    }
    return asked;
  }
}
