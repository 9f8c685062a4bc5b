package org.cortado.layers.loss;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cortado.api.DataException;

/**
 * Reads a matrix, row by row: from NumPy's format 1.0 with 32-bit little-endian floats if the file
 * is called {@code .npy}, else from text, a row a line, numbers apart by commas or spaces.
 */
final class MatrixFile {

  private static final Pattern BETWEEN_NUMBERS = Pattern.compile("\\s*,\\s*|\\s+");
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int HEADER_AT = MAGIC.length + Short.BYTES;

  private final Path file;

  MatrixFile(Path file) {
    this.file = file;
  }

  /**
   * Returns the numbers.
   *
   * @throws DataException if the file can't be read or isn't what its name says
   */
  float[] read() {
    boolean numpy = file.toString().toLowerCase(Locale.ROOT).endsWith(".npy");
    try {
      return numpy ? ofNumpy(Files.readAllBytes(file)) : ofText(Files.readAllLines(file));
    } catch (IOException e) {
      throw new DataException("can't read the matrix in " + file + ": " + e, e);
    }
  }

  private float[] ofNumpy(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (!buffer.slice(0, Math.min(MAGIC.length, bytes.length)).equals(ByteBuffer.wrap(MAGIC))
        || bytes.length < HEADER_AT) {
      throw new DataException(file + " must be a NumPy file of format 1.0, but doesn't begin so");
    }
    int length = Math.min(buffer.getShort(MAGIC.length) & 0xffff, bytes.length - HEADER_AT);
    String header = new String(bytes, HEADER_AT, length, StandardCharsets.ISO_8859_1);
    if (!header.contains("'<f4'") || !header.contains("'fortran_order': False")) {
      throw new DataException(
          "%s must hold '<f4' numbers, row by row, but says %s".formatted(file, header.strip()));
    }
    float[] numbers = new float[(bytes.length - HEADER_AT - length) / Float.BYTES];
    buffer.position(HEADER_AT + length);
    buffer.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
    return numbers;
  }

  private float[] ofText(List<String> lines) {
    List<String> rows = lines.stream().map(String::strip).filter(row -> !row.isEmpty()).toList();
    float[] numbers = new float[rows.size() * rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      String[] words = BETWEEN_NUMBERS.split(rows.get(i), -1);
      if (words.length != rows.size()) {
        throw new DataException(
            "row %d of %s must have %d numbers, as many as there are rows, but has %d"
                .formatted(i + 1, file, rows.size(), words.length));
      }
      for (int j = 0; j < words.length; j++) {
        numbers[i * words.length + j] = number(words[j], i + 1);
      }
    }
    return numbers;
  }

  private float number(String word, int row) {
    try {
      return Float.parseFloat(word);
    } catch (NumberFormatException e) {
      throw new DataException("'%s' in row %d of %s is no number".formatted(word, row, file), e);
    }
  }
}
