package org.cortado.cli;

import org.cortado.api.backend.Backend;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --backend} and {@code --threads}. */
final class BackendOptions {

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = "What computes: onednn or portable; the best that runs here by default.")
  private @Nullable String backend;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads compute; as many as there are cores by default.")
  private @Nullable Integer threads;

  Backend open(Output output) {
    int count = threads();
    Backends backends = Backends.ofClassPath(output::warn);
    String name = backend;
    return name == null ? backends.openBest(count) : backends.open(name, count);
  }

  private int threads() {
    Integer asked = threads;
    if (asked == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (asked < 1) {
      throw new UsageException("--threads must be at least 1, but is " + asked);
    }
    return asked;
  }
}
