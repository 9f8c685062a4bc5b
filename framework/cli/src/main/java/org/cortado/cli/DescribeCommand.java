package org.cortado.cli;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.cortado.api.filler.Filler;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.plugin.LayerCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cortado describe}. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    description = "Say all that there is to know of a layer type.")
final class DescribeCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(
      paramLabel = "TYPE",
      description = "A layer type, such as Convolution, or a filler, such as xavier.")
  private String type = "";

  DescribeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Output output = json.output(surroundings);
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    Description description = find(catalogue).orElseThrow(() -> unknown(catalogue));
    if (output.isJson()) {
      output.json(description.object());
    } else {
      description.print(output::say);
    }
    return ExitCode.GOOD;
  }

  private Optional<Description> find(LayerCatalogue catalogue) {
    Optional<Description> layer = catalogue.find(type).map(LayerDescription::new);
    return layer.or(
        () ->
            Optional.ofNullable(catalogue.variants().of(Filler.class).get(type))
                .map(filler -> new FillerDescription(type, filler)));
  }

  private UsageException unknown(LayerCatalogue catalogue) {
    Set<String> names = new TreeSet<>(catalogue.names());
    names.addAll(catalogue.variants().of(Filler.class).keySet());
    return new UsageException(
        "there is no layer type or filler '%s'%s ('cortado layers' lists the layer types)"
            .formatted(type, Spelling.suggestion(type, names)));
  }

  /** What there is to say of one thing. */
  interface Description {

    /** Hands on lines for people. */
    void print(Consumer<String> lines);

    /** Returns what JSON shall hold. */
    Object object();
  }
}
