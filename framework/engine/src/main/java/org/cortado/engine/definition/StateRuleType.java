package org.cortado.engine.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cortado.api.Phase;

/** A rule by which a layer is in or out. */
final class StateRuleType implements ValueType<StateRule> {

  private static final List<String> KNOWN =
      List.of("phase", "min_level", "max_level", "stage", "not_stage");
  private static final Keys KEYS = new Keys("key", KNOWN, "; a rule has " + Words.listed(KNOWN));
  private static final TypeWords WORDS =
      new TypeWords("map", "a map such as {phase: train}", "maps such as {phase: train}");
  private static final WholeNumberType<Integer> LEVEL = WholeNumberType.ofInt(NumberRange.ALL);

  @Override
  public JsonSchema schema() {
    JsonSchema level = LEVEL.schema().orExpression();
    JsonSchema stages = new ListType<>(new NameType()).schema();
    return JsonSchema.map(
        Map.of(
            "phase", new EnumType<>(Phase.class).schema().orExpression(),
            "min_level", level,
            "max_level", level,
            "stage", stages,
            "not_stage", stages),
        List.of());
  }

  @Override
  public TypeWords words() {
    return WORDS;
  }

  @Override
  public Optional<StateRule> read(Node node, Reporter reporter) {
    if (node instanceof MapNode map) {
      return Optional.of(rule(new Fields(KEYS.check(map, reporter), reporter)));
    }
    reporter.mustBe(WORDS.one(), node);
    return Optional.empty();
  }

  private static StateRule rule(Fields fields) {
    return new StateRule(
        fields.read("phase", new EnumType<>(Phase.class)),
        fields.read("min_level", LEVEL),
        fields.read("max_level", LEVEL),
        Set.copyOf(fields.names("stage")),
        Set.copyOf(fields.names("not_stage")));
  }
}
