package org.cortado.engine.definition;

import java.util.Optional;

/** The name of a blob, which remembers its place. */
final class BlobNameType implements ValueType<BlobName> {

  private final NameType name = new NameType();

  @Override
  public JsonSchema schema() {
    return name.schema();
  }

  @Override
  public TypeWords words() {
    return name.words();
  }

  @Override
  public Optional<BlobName> read(Node node, Reporter reporter) {
    return name.read(node, reporter).map(text -> new BlobName(text, node.place()));
  }
}
