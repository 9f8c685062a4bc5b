package org.cortado.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a command finds around it, so that it needn't ask the process.
 *
 * @param out standard output
 * @param err standard error
 * @param environment the environment's variables
 * @param distribution the folder of {@code cortado.jar}, if it runs from there
 * @param columns the width of the terminal, if the words go to one
 */
record Surroundings(
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    Optional<Path> distribution,
    OptionalInt columns) {

  /** Copies the map. */
  Surroundings {
    environment = Map.copyOf(environment);
  }

  /** Returns those of this process. */
  static Surroundings ofProcess() {
    Integer columns = Integer.getInteger("cortado.columns");
    return new Surroundings(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        System.getenv(),
        folderOfJar(),
        columns == null ? OptionalInt.empty() : OptionalInt.of(columns));
  }

  /** Returns these, but with other places to write to, neither of them a terminal. */
  Surroundings writingTo(PrintWriter otherOut, PrintWriter otherErr) {
    return new Surroundings(otherOut, otherErr, environment, distribution, OptionalInt.empty());
  }

  private static Optional<Path> folderOfJar() {
    CodeSource source = Surroundings.class.getProtectionDomain().getCodeSource();
    return Optional.ofNullable(source)
        .map(code -> Path.of(URI.create(code.getLocation().toString())))
        .filter(Files::isRegularFile)
        .map(Path::getParent);
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    OutputStream stream = new FileOutputStream(descriptor);
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
