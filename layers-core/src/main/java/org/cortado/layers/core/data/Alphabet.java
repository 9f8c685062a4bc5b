package org.cortado.layers.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.cortado.api.DataException;

/** The characters of a text, numbered from 0 in the order of their code points. */
final class Alphabet {

  private final Path file;
  private final int[] characters;

  private Alphabet(Path file, int[] characters) {
    this.file = file;
    this.characters = characters;
  }

  /**
   * Numbers the characters of a file.
   *
   * @throws DataException if it can't be read
   */
  static Alphabet of(Path file) {
    return new Alphabet(file, read(file).codePoints().sorted().distinct().toArray());
  }

  /**
   * Returns the numbers of the characters of a text.
   *
   * @throws DataException if it can't be read, or has a character that has no number
   */
  int[] numbers(Path text) {
    return read(text).codePoints().map(character -> number(text, character)).toArray();
  }

  private int number(Path text, int character) {
    int number = Arrays.binarySearch(characters, character);
    if (number < 0) {
      throw new DataException(
          "'%s' has the character '%s' (U+%04X), which '%s' has not"
              .formatted(text, Character.toString(character), character, file));
    }
    return number;
  }

  private static String read(Path file) {
    try (InputStream bytes = DataFiles.open(file)) {
      ByteBuffer all = ByteBuffer.wrap(bytes.readAllBytes());
      return StandardCharsets.UTF_8.newDecoder().decode(all).toString();
    } catch (CharacterCodingException fault) {
      throw new DataException("'%s' is not in UTF-8".formatted(file), fault);
    } catch (IOException fault) {
      throw DataFiles.unreadable(file, fault);
    }
  }
}
