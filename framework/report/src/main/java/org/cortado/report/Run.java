package org.cortado.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cortado.engine.solver.RunFolder;

/**
 * What a run's folder tells.
 *
 * @param folder where it is
 * @param metrics what was measured
 * @param manifest what it was done with, if that is there and whole
 * @param solver the solver's definition, if it is there
 * @param net the net's definition, if it is there
 */
record Run(
    RunFolder folder,
    Metrics metrics,
    Optional<JsonNode> manifest,
    Optional<Definition> solver,
    Optional<Definition> net) {

  static Run read(RunFolder folder) {
    return new Run(
        folder,
        Metrics.read(folder.metrics()),
        manifest(folder.manifest()),
        Definition.read(folder.solver()),
        Definition.read(folder.net()));
  }

  private static Optional<JsonNode> manifest(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(new JsonMapper().readTree(file.toFile())).filter(JsonNode::isObject)
          : Optional.empty();
    } catch (IOException tornOrUnreadable) {
      return Optional.empty();
    }
  }

  /** Returns the folder's own name. */
  String name() {
    Path whole = folder.path().toAbsolutePath().normalize();
    return String.valueOf(Optional.ofNullable(whole.getFileName()).orElse(whole));
  }

  /** Returns the net's name. */
  String netName() {
    return net.flatMap(definition -> definition.value("name")).orElse("unnamed net");
  }
}
