package org.cortado.cli;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.cortado.api.filler.Filler;
import org.cortado.engine.plugin.LayerCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado describe}. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    description = "Say all that there is to know of a layer type, a filler or a part of solvers.")
final class DescribeCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(
      paramLabel = "TYPE",
      description =
          "A layer type, such as Convolution; a filler, such as xavier; 'solver', or what may stand"
              + " in one: a key that is a map, such as snapshot, an update rule, such as Adam, a"
              + " learning rate policy, such as cosine, an average, such as ema.")
  private String type = "";

  @Option(
      names = "--markdown",
      description = "With 'solver': print all that its file may say as a page of Markdown.")
  private boolean markdown;

  DescribeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    if (markdown) {
      requireSolver();
      new SolverReference(new SolverParts(catalogue), output::say).print();
      return ExitCode.GOOD;
    }
    Description description = find(catalogue).orElseThrow(() -> unknown(catalogue));
    if (output.isJson()) {
      output.json(description.object());
    } else {
      description.print(output::say);
    }
    return ExitCode.GOOD;
  }

  private void requireSolver() {
    if (!type.equals(SolverParts.solver().name())) {
      throw new UsageException(
          "there is a page of solvers alone: cortado describe solver --markdown; that of layers is"
              + " printed by 'cortado layers --markdown'");
    }
  }

  private Optional<Description> find(LayerCatalogue catalogue) {
    Optional<Description> layer = catalogue.find(type).map(LayerDescription::new);
    return layer
        .or(
            () ->
                Optional.ofNullable(catalogue.variants().of(Filler.class).get(type))
                    .map(filler -> new FillerDescription(type, filler)))
        .or(() -> new SolverParts(catalogue).find(type));
  }

  private RuntimeException unknown(LayerCatalogue catalogue) {
    Set<String> names = new TreeSet<>(catalogue.names());
    names.addAll(catalogue.variants().of(Filler.class).keySet());
    new SolverParts(catalogue).all().forEach(part -> names.add(part.name()));
    return UnknownType.ofAny("layer type, filler or part of solvers", type, names, catalogue);
  }

  /** What there is to say of one thing. */
  interface Description {

    /** Hands on lines for people. */
    void print(Consumer<String> lines);

    /** Returns what JSON shall hold. */
    Object object();
  }
}
