package org.cortado.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cortado.engine.solver.RunFolder;

/** A run on one page: curves, norms, activations, filters, mistakes, and what it was done with. */
public final class Report {

  /** How many lines of a phase a page shows at most: what nobody can see makes it slow. */
  private static final Map<String, Integer> MOST_LINES =
      Map.of("train", 2000, "test", 2000, "throughput", 1000, "parameters", 300, "activations", 24);

  private final Run run;

  private Report(Run run) {
    this.run = run;
  }

  /**
   * Reads a run's folder, be the run complete or not.
   *
   * @throws org.cortado.api.DataException if its metrics can't be read
   */
  public static Report of(RunFolder folder) {
    return new Report(Run.read(folder));
  }

  /**
   * Writes the page.
   *
   * @throws java.io.UncheckedIOException if that is impossible
   */
  public void write(Path file) {
    new Page("report.js", "activations.js", "mistakes.js").write(file, data());
  }

  private ObjectNode data() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("run", run.name());
    data.put("net_name", run.netName());
    run.manifest().ifPresent(manifest -> data.set("manifest", manifest));
    run.solver().ifPresent(solver -> addSolver(data, solver));
    run.net().ifPresent(net -> data.put("net", net.text()));
    data.put("torn_lines", run.metrics().torn());
    addMetrics(data.putObject("metrics"), data.putObject("lines"));
    Pictures pictures = new Pictures(run.folder());
    pictures.addFilters(data);
    pictures.addMistakes(data);
    return data;
  }

  private static void addSolver(ObjectNode data, Definition solver) {
    data.put("solver", solver.text());
    ObjectNode values = data.putObject("solver_values");
    solver.values().forEach(values::put);
  }

  private void addMetrics(ObjectNode metrics, ObjectNode lines) {
    for (String phase : run.metrics().phases().keySet().stream().sorted().toList()) {
      ArrayNode shown = metrics.putArray(phase);
      List<ObjectNode> chosen =
          run.metrics().phase(phase, MOST_LINES.getOrDefault(phase, Integer.MAX_VALUE));
      chosen.forEach(shown::add);
      lines.put(phase, run.metrics().phase(phase).size());
    }
  }
}
