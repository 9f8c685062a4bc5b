package org.cortado.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.concurrent.Callable;
import org.cortado.engine.definition.JsonSchema;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.schema.NetSchema;
import org.cortado.engine.solver.SolverReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cortado schema}. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = {
      "Print the JSON Schema of nets or of solvers, layers of plug-ins included.",
      "Editors complete and check files by it: keep it in a file, and begin a net with",
      "# yaml-language-server: $$schema=FILE"
    })
final class SchemaCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}: whose schema.")
  private Kind kind = Kind.NET;

  /** What a file may be. */
  enum Kind {
    NET,
    SOLVER
  }

  SchemaCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    Output output = json.output(surroundings);
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    JsonSchema schema =
        kind == Kind.NET
            ? new NetSchema(catalogue).schema()
            : new SolverReader(catalogue.variants()).schema();
    if (output.isJson()) {
      output.json(schema.keywords());
    } else {
      JsonMapper mapper = new JsonMapper();
      output.say(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(schema.keywords()));
    }
    return ExitCode.GOOD;
  }
}
