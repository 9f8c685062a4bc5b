package org.cortado.engine.definition;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What there is to say to people of one option.
 *
 * @param key the key in a file; {@code test.interval} for one in a map of its own, or in a list of
 *     maps
 * @param type in words: {@code list of whole numbers}
 * @param required whether a file must give it
 * @param defaultValue what stands for it in YAML where a file leaves it out, if anything does
 * @param range which numbers are right, in words: {@code at least 1}; empty where all are
 * @param help one line
 */
public record OptionDescription(
    String key,
    String type,
    boolean required,
    Optional<String> defaultValue,
    String range,
    String help) {

  /** Returns a description of each option of a record, those of records in it after it. */
  public static List<OptionDescription> of(Class<? extends Record> options) {
    return of("", options).toList();
  }

  /** Returns the same of an option that is called otherwise. */
  public OptionDescription withKey(String other) {
    return new OptionDescription(other, type, required, defaultValue, range, help);
  }

  private static Stream<OptionDescription> of(String prefix, Class<? extends Record> options) {
    return Component.of(options, new ValueTypes(Variants.none(), Path.of(""), Pace.PROVISIONAL))
        .stream()
        .flatMap(component -> of(prefix, component));
  }

  private static Stream<OptionDescription> of(String prefix, Component component) {
    String key = prefix + component.key();
    OptionDescription own =
        new OptionDescription(
            key,
            component.type().words().name(),
            component.isRequired(),
            component.defaultText(),
            component.type().range(),
            component.help());
    Stream<OptionDescription> within =
        component.type().record().stream().flatMap(record -> of(key + ".", record));
    return Stream.concat(Stream.of(own), within);
  }
}
