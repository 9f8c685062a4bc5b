package org.cortado.engine.schema;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cortado.api.LayerType;
import org.cortado.api.filler.Filler;
import org.cortado.engine.definition.JsonSchema;
import org.cortado.engine.definition.LayerSchema;
import org.cortado.engine.definition.RecordReader;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.LayerDeclaration;

/**
 * The schema of nets whose layers are those of a catalogue.
 *
 * <p>It knows keys, types, options and how many bottoms and tops there may be. What only the whole
 * net tells, such as which blobs there are and of what shapes, is for a check.
 */
public final class NetSchema {

  private static final String NAME = "^[A-Za-z_][A-Za-z0-9_]*$";
  private static final JsonSchema COUNT = whole().orExpression();

  private static final Map<String, Object> PHASE_AND_INCLUDE =
      Map.of("required", List.of("phase", "include"));

  private final LayerCatalogue catalogue;
  private final RecordReader reader;

  /** Makes the schema of nets of these layers. */
  public NetSchema(LayerCatalogue catalogue) {
    this.catalogue = catalogue;
    reader = new RecordReader(catalogue.variants(), Path.of(""));
  }

  /** Returns it. */
  public JsonSchema schema() {
    Map<String, JsonSchema> properties = new LinkedHashMap<>();
    properties.put("name", LayerSchema.name());
    properties.put("vars", variables());
    properties.put("import", LayerSchema.names());
    properties.put("blocks", JsonSchema.mapOf(JsonSchema.defined("block")));
    properties.put("force_backward", JsonSchema.type("boolean").orExpression());
    properties.put("layers", JsonSchema.defined("layers"));
    return JsonSchema.map(properties, List.of("layers"))
        .document("a net of Cortado", JsonSchema.expression(), definitions());
  }

  private static JsonSchema variables() {
    return JsonSchema.type("object").with("propertyNames", Map.of("pattern", NAME));
  }

  private static JsonSchema whole() {
    return JsonSchema.type("integer").with("minimum", 1);
  }

  private Map<String, JsonSchema> definitions() {
    Map<String, JsonSchema> definitions = new LinkedHashMap<>();
    definitions.put("layers", JsonSchema.list(item()).with("minItems", 1));
    definitions.put("block", block());
    definitions.put("use", use());
    definitions.put("layer", layer());
    definitions.putAll(reader.schemaOfVariant(Filler.class));
    new TreeMap<>(byName())
        .forEach((name, layer) -> definitions.put(optionsOf(name), options(layer)));
    return definitions;
  }

  private Map<String, LayerDeclaration> byName() {
    Map<String, LayerDeclaration> layers = new TreeMap<>();
    catalogue.declarations().forEach(layer -> layers.put(layer.name(), layer));
    return layers;
  }

  private static String optionsOf(String type) {
    return "options of " + type.replace(':', ' ');
  }

  private JsonSchema options(LayerDeclaration layer) {
    JsonSchema options = reader.schema(layer.optionsType());
    return layer.help().isEmpty() ? options : options.with("description", layer.help());
  }

  /** What has no type is taken for a use, so that an editor speaks of one or the other. */
  private static JsonSchema item() {
    return JsonSchema.any()
        .with("if", Map.of("required", List.of("block")))
        .with("then", JsonSchema.defined("use").keywords())
        .with("else", JsonSchema.defined("layer").keywords());
  }

  private static JsonSchema block() {
    JsonSchema arguments = variables();
    Map<String, JsonSchema> properties = new LinkedHashMap<>();
    properties.put("args", JsonSchema.anyOf(arguments, LayerSchema.names()));
    properties.put("inputs", LayerSchema.names());
    properties.put("outputs", LayerSchema.names());
    properties.put("layers", JsonSchema.defined("layers"));
    return JsonSchema.map(properties, List.of("layers"));
  }

  private static JsonSchema use() {
    JsonSchema blobs = JsonSchema.anyOf(LayerSchema.names(), JsonSchema.mapOf(LayerSchema.name()));
    Map<String, JsonSchema> unroll = new LinkedHashMap<>();
    unroll.put("steps", COUNT);
    unroll.put("slice", LayerSchema.names());
    unroll.put("carry", JsonSchema.mapOf(LayerSchema.name()));
    unroll.put("join", LayerSchema.names());
    Map<String, JsonSchema> properties = new LinkedHashMap<>();
    properties.put("name", LayerSchema.name());
    properties.put("block", LayerSchema.name());
    properties.put("bottom", blobs);
    properties.put("top", blobs);
    properties.put("args", JsonSchema.any());
    properties.put("repeat", JsonSchema.anyOf(COUNT, JsonSchema.type("array").with("minItems", 1)));
    properties.put("unroll", JsonSchema.map(unroll, List.of("steps")));
    properties.put("shares", LayerSchema.name());
    properties.put("when", JsonSchema.type("boolean").orExpression());
    properties.putAll(LayerSchema.inclusion());
    return JsonSchema.map(properties, List.of("name", "block")).with("not", PHASE_AND_INCLUDE);
  }

  private JsonSchema layer() {
    Map<String, JsonSchema> properties = new LinkedHashMap<>(LayerSchema.properties());
    properties.put("type", JsonSchema.words(byName().keySet()).orExpression());
    properties.put("options", JsonSchema.any());
    properties.put("repeat", COUNT);
    properties.put("when", JsonSchema.type("boolean").orExpression());
    List<Map<String, Object>> types = new ArrayList<>();
    byName().values().forEach(layer -> types.add(ofType(layer)));
    return JsonSchema.map(properties, List.of("name", "type"))
        .with("not", PHASE_AND_INCLUDE)
        .with("allOf", types);
  }

  private Map<String, Object> ofType(LayerDeclaration layer) {
    LayerType type = layer.type();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("options", JsonSchema.defined(optionsOf(layer.name())).keywords());
    properties.put("bottom", counted(type.bottoms(), type.maxBottoms()).keywords());
    properties.put("top", counted(type.tops(), type.maxTops()).keywords());
    List<String> required = new ArrayList<>();
    if (type.bottoms() > 0) {
      required.add("bottom");
    }
    if (options(layer).keywords().containsKey("required")) {
      required.add("options");
    }
    return Map.of(
        "if", Map.of("properties", Map.of("type", Map.of("const", layer.name()))),
        "then", Map.of("properties", properties, "required", required));
  }

  /** A single blob needs no list. */
  private static JsonSchema counted(int least, int declared) {
    int most = declared == LayerType.SAME ? least : declared;
    JsonSchema list = JsonSchema.type("array").with("minItems", least);
    list = most == LayerType.ANY ? list : list.with("maxItems", most);
    boolean single = least <= 1 && (most == LayerType.ANY || most >= 1);
    return single ? JsonSchema.anyOf(JsonSchema.type("string", "number", "boolean"), list) : list;
  }
}
