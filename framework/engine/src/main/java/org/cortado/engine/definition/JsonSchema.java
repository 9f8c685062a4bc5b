package org.cortado.engine.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A JSON Schema (draft 7, which editors know), for completing and checking files while they are
 * written.
 *
 * @param keywords its keywords: {@code type}, {@code properties} and so on
 */
public record JsonSchema(Map<String, Object> keywords) {

  /** Where a schema defines what {@link #orExpression} refers to. */
  private static final String EXPRESSION = "expression";

  private static final String DEFINITIONS = "#/definitions/";

  /** Keeps the keywords in their order. */
  public JsonSchema {
    keywords = Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
  }

  /** Accepts everything. */
  public static JsonSchema any() {
    return new JsonSchema(Map.of());
  }

  /** Accepts values of these types: {@code integer}, {@code string}… */
  public static JsonSchema type(String... types) {
    return any().with("type", types.length == 1 ? types[0] : List.of(types));
  }

  /** Accepts these words. */
  public static JsonSchema words(Iterable<String> words) {
    List<String> all = new ArrayList<>();
    words.forEach(all::add);
    return any().with("enum", all);
  }

  /** Accepts lists of such items. */
  public static JsonSchema list(JsonSchema items) {
    return type("array").with("items", items.keywords());
  }

  /** Accepts what one of these accepts. */
  public static JsonSchema anyOf(JsonSchema... schemas) {
    return any().with("anyOf", Stream.of(schemas).map(JsonSchema::keywords).toList());
  }

  /** Accepts what a definition of the whole schema does. */
  public static JsonSchema defined(String name) {
    return any().with("$ref", DEFINITIONS + name);
  }

  /** Accepts maps with these keys and no others. */
  public static JsonSchema map(Map<String, JsonSchema> properties, List<String> required) {
    Map<String, Object> keys = new LinkedHashMap<>();
    properties.forEach((key, schema) -> keys.put(key, schema.keywords()));
    JsonSchema map = type("object").with("properties", keys).with("additionalProperties", false);
    return required.isEmpty() ? map : map.with("required", List.copyOf(required));
  }

  /** Accepts maps of any keys with such values. */
  public static JsonSchema mapOf(JsonSchema values) {
    return type("object").with("additionalProperties", values.keywords());
  }

  /** Accepts texts that hold an expression. */
  public static JsonSchema expression() {
    return type("string").with("pattern", "\\$\\{");
  }

  /** Accepts nothing. */
  public static JsonSchema nothing() {
    return any().with("not", Map.of());
  }

  /** Accepts what this accepts, and an expression that may come to it. */
  public JsonSchema orExpression() {
    return anyOf(this, defined(EXPRESSION));
  }

  /** Returns this schema with another keyword. */
  public JsonSchema with(String keyword, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(keywords);
    more.put(keyword, value);
    return new JsonSchema(more);
  }

  /**
   * Returns this schema as a document of its own.
   *
   * @param expression what expressions look like in the file
   */
  public JsonSchema document(
      String title, JsonSchema expression, Map<String, JsonSchema> definitions) {
    Map<String, Object> defined = new LinkedHashMap<>();
    defined.put(EXPRESSION, expression.keywords());
    definitions.forEach((name, schema) -> defined.put(name, schema.keywords()));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", "http://json-schema.org/draft-07/schema#");
    document.put("title", title);
    document.putAll(keywords);
    document.put("definitions", defined);
    return new JsonSchema(document);
  }
}
