package org.cortado.engine.format;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cortado.api.DataException;
import org.cortado.api.blob.Shape;

/**
 * What the header of an {@code .npy} file says: a Python dictionary, as numpy prints it.
 *
 * @param type how a number is held
 * @param order of a number's bytes
 * @param fortranOrder whether the first axis is the one that runs fastest
 * @param shape the shape
 */
record NpyHeader(ElementType type, ByteOrder order, boolean fortranOrder, Shape shape) {

  private static final Pattern ELEMENT = entry("descr", "['\"]([<>=|]?)([a-zA-Z]\\d*)['\"]");
  private static final Pattern FORTRAN = entry("fortran_order", "(True|False)");
  private static final Pattern SHAPE = entry("shape", "\\(((?:\\s*\\d+L?\\s*,?)*)\\s*\\)");

  private static Pattern entry(String key, String value) {
    return Pattern.compile("['\"]" + key + "['\"]\\s*:\\s*" + value);
  }

  /**
   * Reads a header.
   *
   * @throws DataException if it isn't one, or if the numbers are of a type that can't be read
   */
  static NpyHeader parse(String text) {
    Matcher element = find(ELEMENT, text, "the type of its elements");
    Matcher fortran = find(FORTRAN, text, "the order of its axes");
    Matcher shape = find(SHAPE, text, "its shape");
    return new NpyHeader(
        type(element.group(2)),
        ">".equals(element.group(1)) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
        "True".equals(fortran.group(1)),
        shape(shape.group(1)));
  }

  private static Matcher find(Pattern entry, String text, String meaning) {
    Matcher matcher = entry.matcher(text);
    if (!matcher.find()) {
      throw new DataException("its header doesn't tell " + meaning + ": " + text.strip());
    }
    return matcher;
  }

  private static ElementType type(String code) {
    Optional<ElementType> type = ElementType.ofNumpy(code);
    return type.orElseThrow(
        () ->
            new DataException(
                "its elements are of type '"
                    + code
                    + "', but must be real numbers or booleans: f2, f4, f8, i1 to i8, u1 to u8 or"
                    + " b1"));
  }

  private static Shape shape(String sizes) {
    List<String> words =
        Arrays.stream(sizes.split("[,L\\s]+")).filter(word -> !word.isEmpty()).toList();
    try {
      return Shape.of(words.stream().map(Integer::valueOf).toList());
    } catch (IllegalArgumentException e) {
      throw new DataException("its shape (" + sizes + ") is too large", e);
    }
  }

  /** Returns the header of a file of 32-bit floats, without its padding. */
  static String text(Shape shape) {
    String sizes = shape.dims().stream().map(size -> size + ",").collect(Collectors.joining(" "));
    return "{'descr': '<f4', 'fortran_order': False, 'shape': (" + pythonic(sizes) + "), }";
  }

  /** Python ends a tuple in a comma only where it has one element. */
  private static String pythonic(String sizes) {
    boolean several = sizes.indexOf(',') < sizes.length() - 1;
    return several ? sizes.substring(0, sizes.length() - 1) : sizes;
  }

  /** Returns how many bytes the numbers take. */
  long dataBytes() {
    return (long) shape.count() * type.bytes();
  }
}
