package org.cortado.engine.definition;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Makes records of options out of maps, by what is declared on their components.
 *
 * <p>See {@link org.cortado.api.option} for what a component may be. All that is wrong with a map
 * is reported; a record comes of it only if nothing is.
 */
public final class RecordReader {

  private final ValueTypes types;

  /**
   * Makes one.
   *
   * @param variants the records among which a {@code type} key chooses
   * @param dataFolder what files are relative to
   */
  public RecordReader(Variants variants, Path dataFolder) {
    this(variants, dataFolder, Pace.PROVISIONAL);
  }

  /**
   * Makes one that knows what an epoch is.
   *
   * @param variants the records among which a {@code type} key chooses
   * @param dataFolder what files are relative to
   * @param pace what epochs and samples are in iterations
   */
  public RecordReader(Variants variants, Path dataFolder, Pace pace) {
    types = new ValueTypes(variants, dataFolder, pace);
  }

  /**
   * Returns the record that a map holds, or nothing once what is wrong has been reported.
   *
   * @param subject what every message begins with: {@code layer 'conv1' (Convolution): }
   * @throws IllegalArgumentException if a component is of a type that no option can be
   * @throws IllegalStateException if a default of the record is wrong
   */
  public <T extends Record> Optional<T> read(
      MapNode node, Class<T> type, String subject, Problems problems) {
    return new RecordType<>(type, types).read(node, new Reporter(subject, "", problems));
  }

  /**
   * Returns a map with the defaults of all that it leaves out, so that it says the same whatever
   * the defaults become.
   *
   * @param node a map that the record can be read from
   */
  public MapNode expand(MapNode node, Class<? extends Record> type) {
    return new RecordType<>(type, types).expandMap(node);
  }

  /** Returns the schema of maps from which a record can be read. */
  public JsonSchema schema(Class<? extends Record> type) {
    return new RecordType<>(type, types).schema();
  }

  /**
   * Returns the schema of values that choose a record among those of an interface, by the name
   * under which schemas of records refer to it.
   */
  public Map<String, JsonSchema> schemaOfVariant(Class<?> interfaceType) {
    VariantType<?> type = new VariantType<>(interfaceType, types);
    return Map.of(type.words().name(), type.choice());
  }

  /**
   * Returns the record that a value chooses among those of an interface, such as the filler of a
   * parameter, or nothing once what is wrong has been reported.
   *
   * @param key what messages call the value
   */
  public <T> Optional<T> readVariant(
      Node node, Class<T> interfaceType, String key, String subject, Problems problems) {
    return new VariantType<>(interfaceType, types).read(node, new Reporter(subject, key, problems));
  }
}
