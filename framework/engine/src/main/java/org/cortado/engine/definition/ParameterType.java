package org.cortado.engine.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a file says of one learned blob. */
final class ParameterType implements ValueType<ParameterDefinition> {

  private static final List<String> KNOWN = List.of("name", "lr_mult", "decay_mult", "filler");
  private static final Keys KEYS =
      new Keys("key", KNOWN, "; a parameter has " + Words.listed(KNOWN));
  private static final TypeWords WORDS =
      new TypeWords("map", "a map such as {lr_mult: 2}", "maps such as {lr_mult: 2}");
  private static final NumberType<Float> MULTIPLIER = NumberType.ofFloat(NumberRange.ALL);

  @Override
  public JsonSchema schema() {
    return JsonSchema.map(
        Map.of(
            "name", new NameType().schema(),
            "lr_mult", MULTIPLIER.schema().orExpression(),
            "decay_mult", MULTIPLIER.schema().orExpression(),
            "filler", JsonSchema.any()),
        List.of());
  }

  @Override
  public TypeWords words() {
    return WORDS;
  }

  @Override
  public Optional<ParameterDefinition> read(Node node, Reporter reporter) {
    if (node instanceof MapNode map) {
      return Optional.of(parameter(new Fields(KEYS.check(map, reporter), reporter)));
    }
    reporter.mustBe(WORDS.one(), node);
    return Optional.empty();
  }

  private static ParameterDefinition parameter(Fields fields) {
    return new ParameterDefinition(
        fields.read("name", new NameType()),
        fields.read("lr_mult", MULTIPLIER),
        fields.read("decay_mult", MULTIPLIER),
        fields.map().get("filler"),
        fields.map().place());
  }
}
