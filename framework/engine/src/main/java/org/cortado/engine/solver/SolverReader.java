package org.cortado.engine.solver;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.training.TrainingListener;
import org.cortado.api.update.UpdateRule;
import org.cortado.engine.definition.JsonSchema;
import org.cortado.engine.definition.MapEntry;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Overrides;
import org.cortado.engine.definition.Pace;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.RecordReader;
import org.cortado.engine.definition.Variants;
import org.cortado.engine.definition.YamlReader;
import org.cortado.engine.update.WeightAveraging;

/** Reads solver files. */
public final class SolverReader {

  private static final List<Class<?>> CHOICES =
      List.of(
          LearningRatePolicy.class,
          UpdateRule.class,
          WeightAveraging.class,
          TrainingListener.Options.class);

  private final Variants variants;

  /**
   * Makes a reader.
   *
   * @param variants knows the update rules, the learning rate policies and all else that files
   *     choose among
   */
  public SolverReader(Variants variants) {
    this.variants = variants;
  }

  /**
   * Returns what a file says, or nothing where a problem was found.
   *
   * @param settings what overrules the file: {@code base_lr=0.1}
   * @param problems where everything that is wrong goes; nothing is thrown for it
   */
  public Optional<SolverFile> read(Path file, List<String> settings, Problems problems) {
    return new YamlReader()
        .read(file, problems)
        .map(tree -> new Overrides(settings).apply(tree, problems))
        .flatMap(tree -> read(file, tree, problems));
  }

  private Optional<SolverFile> read(Path file, Node tree, Problems problems) {
    if (!(tree instanceof MapNode map)) {
      problems.add(tree.place(), "a solver must be a map, but is " + tree.described());
      return Optional.empty();
    }
    if (map.get("layers").isPresent() && map.get("net").isEmpty()) {
      problems.add(
          map.place(), "this is a net; a solver is wanted, which names the net by its key 'net'");
      return Optional.empty();
    }
    MapNode gathered = new RuleOptions(variants.of(UpdateRule.class)).gather(map);
    return definition(file, gathered, problems)
        .map(definition -> new SolverFile(file, definition, gathered, this));
  }

  private Optional<SolverDefinition> definition(Path file, MapNode map, Problems problems) {
    return reader(file).read(map, SolverDefinition.class, "", problems);
  }

  /**
   * Returns what a file says of a training whose pace is known, in iterations.
   *
   * @throws org.cortado.engine.definition.DefinitionException if it can't be said in them
   */
  SolverDefinition read(SolverFile solver, Pace pace) {
    Problems problems = new Problems();
    Optional<SolverDefinition> read =
        reader(solver.file(), pace).read(solver.tree(), SolverDefinition.class, "", problems);
    problems.throwIfAny();
    return read.orElseThrow(() -> new IllegalStateException(solver.file() + " is no solver"));
  }

  /** Returns the net's file that a solver's file names, whatever else is wrong with it. */
  Optional<Path> net(Path file, List<String> settings) {
    Problems known = new Problems();
    return new YamlReader()
        .read(file, known)
        .map(tree -> new Overrides(settings).apply(tree, known))
        .filter(MapNode.class::isInstance)
        .flatMap(tree -> ((MapNode) tree).get("net"))
        .flatMap(net -> netFile(file, net));
  }

  private Optional<Path> netFile(Path file, Node net) {
    MapNode alone = MapNode.empty(net.place()).with(new MapEntry("net", net.place(), net));
    return reader(file).read(alone, NetKey.class, "", new Problems()).map(NetKey::net);
  }

  /** The one key of a solver's file that leads on. */
  private record NetKey(Path net) {}

  /** Returns the schema of solvers' files. */
  public JsonSchema schema() {
    RecordReader reader = reader(Path.of(""));
    return reader
        .schema(SolverDefinition.class)
        .document("a solver of Cortado", JsonSchema.nothing(), choices(reader));
  }

  private Map<String, JsonSchema> choices(RecordReader reader) {
    Map<String, JsonSchema> schemas = new TreeMap<>();
    CHOICES.stream()
        .filter(type -> !variants.of(type).isEmpty())
        .forEach(type -> schemas.putAll(reader.schemaOfVariant(type)));
    return schemas;
  }

  /** Returns what a solver's file says, with the defaults of all that it leaves out. */
  MapNode expand(SolverFile solver) {
    return reader(solver.file()).expand(solver.tree(), SolverDefinition.class);
  }

  private RecordReader reader(Path file) {
    return reader(file, Pace.PROVISIONAL);
  }

  private RecordReader reader(Path file, Pace pace) {
    return new RecordReader(variants, file.resolveSibling(""), pace);
  }
}
