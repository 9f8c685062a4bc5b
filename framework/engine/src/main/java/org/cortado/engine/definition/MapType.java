package org.cortado.engine.definition;

import java.util.Optional;

/** A map of whatever it holds, which somebody else reads. */
final class MapType implements ValueType<MapNode> {

  private static final TypeWords WORDS = TypeWords.noun("map");

  @Override
  public JsonSchema schema() {
    return JsonSchema.type("object");
  }

  @Override
  public TypeWords words() {
    return WORDS;
  }

  @Override
  public Optional<MapNode> read(Node node, Reporter reporter) {
    if (node instanceof MapNode map) {
      return Optional.of(map);
    }
    reporter.mustBe(WORDS.one(), node);
    return Optional.empty();
  }
}
