package org.cortado.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which weights a training begins with, where it isn't as the solver's file says. */
final class WeightsOptions {

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Weights to begin with, instead of random ones or those that the solver names.")
  private @Nullable Path file;

  @Option(
      names = "--rename",
      paramLabel = "FROM=TO",
      description =
          "What a tensor, layer or block of the weights is called in the net; FROM may be ^ and a"
              + " regular expression, TO then has $1; may be given several times.")
  private List<String> renames = new ArrayList<>();

  @Option(
      names = "--skip",
      paramLabel = "PATTERN",
      description =
          "Parameters of the net that keep their fresh values, as in ip2 or 'fc*'; may be given"
              + " several times.")
  private List<String> skips = new ArrayList<>();

  @Option(
      names = "--no-strict",
      description = "Load those weights that fit, whatever else is in the file or the net.")
  private boolean loose;

  /** Returns whether weights were given. */
  boolean areGiven() {
    return file != null;
  }

  /** Returns the setting of the solver that says the same, if weights were given. */
  Optional<String> setting() {
    Optional<Path> given = Optional.ofNullable(file);
    if (given.isEmpty() && (loose || !renames.isEmpty() || !skips.isEmpty())) {
      throw new UsageException("--rename, --skip and --no-strict need --weights FILE");
    }
    return given.map(
        weights ->
            "weights={file: %s, rename: [%s], skip: [%s], strict: %s}"
                .formatted(
                    quoted(weights.toAbsolutePath().toString()),
                    renames.stream().map(WeightsOptions::rename).collect(Collectors.joining(", ")),
                    skips.stream().map(WeightsOptions::quoted).collect(Collectors.joining(", ")),
                    !loose));
  }

  /** An expression may hold an equals sign, a name doesn't. */
  private static String rename(String rename) {
    int equals = rename.lastIndexOf('=');
    if (equals <= 0) {
      throw new UsageException("--rename must be FROM=TO, but is '" + rename + "'");
    }
    return "{from: %s, to: %s}"
        .formatted(quoted(rename.substring(0, equals)), quoted(rename.substring(equals + 1)));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
