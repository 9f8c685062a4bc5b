package org.cortado.engine.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.api.Phase;

/** The keys of a layer that are the same whatever its type. */
public final class LayerSchema {

  private static final NumberType<Float> WEIGHT = NumberType.ofFloat(NumberRange.ALL);

  private LayerSchema() {}

  /** Returns what each key but {@code type} and {@code options} takes. */
  public static Map<String, JsonSchema> properties() {
    Map<String, JsonSchema> properties = new LinkedHashMap<>();
    properties.put("name", name());
    properties.put("bottom", names());
    properties.put("top", names());
    properties.putAll(inclusion());
    properties.put("loss_weight", new ListType<>(WEIGHT).schema());
    properties.put("params", new ListType<>(new ParameterType()).schema());
    properties.put("propagate_down", new ListType<>(new BooleanType()).schema());
    properties.put("shares", name());
    return properties;
  }

  /** Returns what the keys take that say in which states of the net a layer or a use is. */
  public static Map<String, JsonSchema> inclusion() {
    JsonSchema rules = new ListType<>(new StateRuleType()).schema();
    Map<String, JsonSchema> properties = new LinkedHashMap<>();
    properties.put("phase", new EnumType<>(Phase.class).schema().orExpression());
    properties.put("include", rules);
    properties.put("exclude", rules);
    return properties;
  }

  /** Returns what a name is. */
  public static JsonSchema name() {
    return new NameType().schema();
  }

  /** Returns what a name or a list of names is. */
  public static JsonSchema names() {
    return new ListType<>(new NameType()).schema();
  }
}
