package org.cortado.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cortado.api.backend.Backend;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.LayerDeclaration;
import org.cortado.testkit.LayerProof;
import org.cortado.testkit.LayerReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cortado testkit}. */
@Command(
    name = "testkit",
    mixinStandardHelpOptions = true,
    description = "Prove that layers of any jar keep to the contract, clause by clause.")
final class TestkitCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final BackendOptions backends = new BackendOptions();
  @Mixin private final PluginOptions plugins = new PluginOptions();
  @Mixin private final WishOptions wish = new WishOptions();
  @Mixin private final JsonOption json = new JsonOption();

  @Parameters(paramLabel = "TYPE", arity = "0..*", description = "Layer types, such as ReLU.")
  private List<String> types = new ArrayList<>();

  @Option(names = "--all", description = "Prove every layer of the plug-ins given.")
  private boolean all;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description = "How long a clause may take for one case (default: ${DEFAULT-VALUE}).")
  private int limit = 60;

  TestkitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    requireSense();
    Output output = json.output(surroundings);
    LayerCatalogue catalogue = plugins.load(surroundings, output);
    List<LayerDeclaration> layers = all ? ofPlugins(catalogue) : named(catalogue);
    int code = new TestkitText(prove(catalogue, layers, output)).print(output);
    return all && !catalogue.failures().isEmpty() ? ExitCode.PLUGIN : code;
  }

  private void requireSense() {
    if (all != types.isEmpty()) {
      throw new UsageException(
          "name the layer types to prove, or say --all for those of --plugins");
    }
    if (wish.areOfOneCase() && (all || types.size() > 1)) {
      throw new UsageException("--option, --bottom and --tops are for one layer type at a time");
    }
    if (limit < 1) {
      throw new UsageException("--limit must be at least 1, but is " + limit);
    }
  }

  /** Returns those that no class path offers. */
  private static List<LayerDeclaration> ofPlugins(LayerCatalogue catalogue) {
    ClassLoader ours = LayerCatalogue.class.getClassLoader();
    List<LayerDeclaration> layers =
        catalogue.declarations().stream()
            .filter(layer -> layer.layerClass().getClassLoader() != ours)
            .toList();
    if (layers.isEmpty() && catalogue.failures().isEmpty()) {
      throw new UsageException("--all: there are no layers of plug-ins; say --plugins JAR");
    }
    return layers;
  }

  private List<LayerDeclaration> named(LayerCatalogue catalogue) {
    return types.stream()
        .map(type -> catalogue.find(type).orElseThrow(() -> UnknownType.ofLayer(type, catalogue)))
        .toList();
  }

  /** What layers print mustn't stand among the results. */
  private List<LayerReport> prove(
      LayerCatalogue catalogue, List<LayerDeclaration> layers, Output output) {
    PrintStream before = System.out;
    System.setOut(System.err);
    List<Backend> open = backends.openAll(catalogue, output);
    try (ProofProgress progress = ProofProgress.on(surroundings)) {
      LayerProof proof = new LayerProof(catalogue, open, Duration.ofSeconds(limit), progress);
      return layers.stream().map(layer -> proof.prove(layer, wish.of(layer))).toList();
    } finally {
      open.forEach(Backend::close);
      System.setOut(before);
    }
  }
}
