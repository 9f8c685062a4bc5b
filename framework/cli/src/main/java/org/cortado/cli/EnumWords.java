package org.cortado.cli;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.engine.definition.Spelling;
import org.cortado.engine.definition.Words;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a constant of an enum by its word, in any case, and says which words there are.
 *
 * @param <E> the enum
 */
final class EnumWords<E extends Enum<E>> implements ITypeConverter<E> {

  private final Class<E> type;

  EnumWords(Class<E> type) {
    this.type = type;
  }

  @Override
  public E convert(String word) {
    return Stream.of(type.getEnumConstants())
        .filter(constant -> Words.of(constant).equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(fault(word)));
  }

  private String fault(String word) {
    List<String> words = Stream.of(type.getEnumConstants()).map(Words::of).toList();
    int last = words.size() - 1;
    return "must be %s or %s, but is '%s'%s"
        .formatted(
            String.join(", ", words.subList(0, last)),
            words.get(last),
            word,
            Spelling.suggestion(word, words));
  }
}
