package org.cortado.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortado.api.option.Help;
import org.cortado.engine.definition.OptionDescription;
import org.cortado.engine.rate.LearningRatePolicies;
import org.cortado.engine.solver.SolverDefinition;
import org.cortado.engine.update.UpdateRules;

/** Knows the parts of solvers' files by what their records declare. */
final class SolverParts {

  private SolverParts() {}

  /** Returns all parts. */
  static List<SolverPart> all() {
    return Stream.of(Stream.of(solver()), maps().stream(), rules(), policies(), averagings())
        .flatMap(parts -> parts)
        .toList();
  }

  /** Returns the part of a name, if there is one. */
  static Optional<SolverPart> find(String name) {
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
  static Stream<SolverPart> rules() {
    return variants("an update rule", UpdateRules.rules());
  }

  /** Returns what {@code lr_policy} chooses among. */
  static Stream<SolverPart> policies() {
    return variants("a learning rate policy", LearningRatePolicies.policies());
  }

  /** Returns what {@code average} chooses among. */
  static Stream<SolverPart> averagings() {
    return variants("an averaging of weights", UpdateRules.averagings());
  }

  private static Stream<SolverPart> variants(
      String kind, Map<String, Class<? extends Record>> records) {
    return records.entrySet().stream().map(each -> variant(each.getKey(), kind, each.getValue()));
  }

  private static SolverPart variant(String name, String kind, Class<? extends Record> type) {
    String help = Optional.ofNullable(type.getAnnotation(Help.class)).map(Help::value).orElse("");
    return new SolverPart(name, kind, help, OptionDescription.of(type));
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
