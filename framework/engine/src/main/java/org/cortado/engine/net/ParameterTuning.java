package org.cortado.engine.net;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cortado.engine.definition.Problems;
import org.cortado.engine.definition.Spelling;

/** Gives the parameters of a net the multipliers that the rules of its training make. */
final class ParameterTuning {

  private static final int LISTED = 12;

  private final List<ParameterRule> rules;

  ParameterTuning(List<ParameterRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Returns a parameter as the rules want it; a statistic never learns. */
  Parameter tune(Parameter parameter) {
    float lrMult = last(parameter, ParameterRule::lrMult).orElse(1f);
    float decayMult = last(parameter, ParameterRule::decayMult).orElse(1f);
    return new Parameter(
        parameter.layer(),
        parameter.index(),
        parameter.blob(),
        parameter.lrMult() * lrMult,
        parameter.decayMult() * decayMult,
        last(parameter, ParameterRule::maxNorm).or(parameter::maxNorm));
  }

  private <T> Optional<T> last(Parameter parameter, Function<ParameterRule, Optional<T>> said) {
    return rules.stream()
        .filter(rule -> rule.match().matches(parameter.key()))
        .flatMap(rule -> said.apply(rule).stream())
        .reduce((earlier, later) -> later);
  }

  /** Reports rules for parameters that aren't there, and rules that leave nothing to learn. */
  void check(List<Parameter> untuned, Problems problems) {
    for (ParameterRule rule : rules) {
      if (untuned.stream().noneMatch(parameter -> rule.match().matches(parameter.key()))) {
        problems.add(rule.place(), unmatched(rule.match().toString(), untuned));
      }
    }
    if (!rules.isEmpty() && learns(untuned) && !learns(untuned.stream().map(this::tune).toList())) {
      problems.add(rules.get(rules.size() - 1).place(), "parameters: nothing is left that learns");
    }
  }

  private static boolean learns(List<Parameter> parameters) {
    return parameters.stream().anyMatch(parameter -> parameter.lrMult() != 0);
  }

  private static String unmatched(String pattern, List<Parameter> parameters) {
    Set<String> names = new LinkedHashSet<>();
    parameters.forEach(parameter -> names.addAll(ParameterPattern.names(parameter.key())));
    String suggestion = Spelling.suggestion(pattern, names);
    return "parameters: '%s' matches no parameter%s"
        .formatted(pattern, suggestion.isEmpty() ? listed(parameters) : suggestion);
  }

  private static String listed(List<Parameter> parameters) {
    List<String> layers = parameters.stream().map(Parameter::layer).distinct().toList();
    String first = String.join(", ", layers.subList(0, Math.min(LISTED, layers.size())));
    return "; those with parameters are %s%s".formatted(first, layers.size() > LISTED ? "…" : "");
  }
}
