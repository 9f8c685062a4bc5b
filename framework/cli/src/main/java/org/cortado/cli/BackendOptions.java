package org.cortado.cli;

import org.cortado.api.backend.Backend;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --backend} and {@code --threads}. */
final class BackendOptions {

  /** What the launcher sets, and who starts Java by hand may set, for the native backend. */
  private static final String OPEN_MP_THREADS = "OMP_NUM_THREADS";

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

  Backend open(Surroundings surroundings, Output output) {
    int count = threads(surroundings);
    Backends backends = Backends.ofClassPath(output::warn);
    String name = backend;
    return name == null ? backends.openBest(count) : backends.open(name, count);
  }

  private int threads(Surroundings surroundings) {
    Integer asked = threads;
    if (asked == null) {
      return threadsOf(surroundings.environment().getOrDefault(OPEN_MP_THREADS, ""));
    }
    if (asked < 1) {
      throw new UsageException("--threads must be at least 1, but is " + asked);
    }
    return asked;
  }

  private static int threadsOf(String variable) {
    return variable.matches("[1-9][0-9]{0,3}")
        ? Integer.parseInt(variable)
        : Runtime.getRuntime().availableProcessors();
  }
}
