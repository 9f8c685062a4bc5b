package org.cortado.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortado.api.rate.LearningRatePolicy;
import org.cortado.api.training.TrainingListener;
import org.cortado.api.update.UpdateRule;
import org.cortado.engine.definition.OptionDescription;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.PartDeclaration;
import org.cortado.engine.solver.SolverDefinition;
import org.cortado.engine.update.WeightAveraging;

/** Knows the parts of solvers' files by what their records declare. */
final class SolverParts {

  private final LayerCatalogue catalogue;

  /**
   * Makes one.
   *
   * @param catalogue knows what solvers choose among
   */
  SolverParts(LayerCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Returns all parts. */
  List<SolverPart> all() {
    return Stream.of(
            Stream.of(solver()), maps().stream(), rules(), policies(), averagings(), listeners())
        .flatMap(parts -> parts)
        .toList();
  }

  /** Returns the part of a name, if there is one. */
  Optional<SolverPart> find(String name) {
    return all().stream().filter(part -> part.name().equals(name)).findFirst();
  }

  /** Returns the whole, without the keys of the maps in it. */
  static SolverPart solver() {
    List<OptionDescription> keys = options().stream().filter(key -> !isNested(key)).toList();
    return new SolverPart("solver", "a file", "how a net learns", keys);
  }

  /** Returns the keys of the solver that are maps, or lists of maps, of known keys. */
  static List<SolverPart> maps() {
    return solver().options().stream()
        .map(key -> new SolverPart(key.key(), "a key of solvers", key.help(), within(key)))
        .filter(part -> !part.options().isEmpty())
        .toList();
  }

  /** Returns what {@code type} chooses among. */
  Stream<SolverPart> rules() {
    return choices("an update rule", UpdateRule.class);
  }

  /** Returns what {@code lr_policy} chooses among. */
  Stream<SolverPart> policies() {
    return choices("a learning rate policy", LearningRatePolicy.class);
  }

  /** Returns what {@code average} chooses among. */
  Stream<SolverPart> averagings() {
    return choices("an averaging of weights", WeightAveraging.class);
  }

  /** Returns what {@code listeners} choose among. */
  Stream<SolverPart> listeners() {
    return choices("a listener", TrainingListener.Options.class);
  }

  private Stream<SolverPart> choices(String kind, Class<?> among) {
    return catalogue.parts().stream()
        .filter(part -> part.among() == among)
        .map(part -> part(kind, part));
  }

  private static SolverPart part(String kind, PartDeclaration part) {
    return new SolverPart(part.name(), kind, part.help(), OptionDescription.of(part.options()));
  }

  private static List<OptionDescription> options() {
    return OptionDescription.of(SolverDefinition.class);
  }

  private static boolean isNested(OptionDescription option) {
    return option.key().contains(".");
  }

  private static List<OptionDescription> within(OptionDescription map) {
    String prefix = map.key() + ".";
    return options().stream()
        .filter(option -> option.key().startsWith(prefix))
        .map(option -> option.withKey(option.key().substring(prefix.length())))
        .toList();
  }
}
