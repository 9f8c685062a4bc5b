package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What {@code cortado run --backward} wrote of a circuit. */
final class Circuit {

  private static final double TOLERANCE = 1e-6;
  private static final int PREAMBLE = 10;

  private final Path folder;

  private Circuit(Path folder) {
    this.folder = folder;
  }

  /** Runs a net of the folder {@code circuits} forward and backward. */
  static Circuit run(String name, Path folder, String... arguments) {
    Path net = NetFiles.file("circuits/" + name + ".yaml");
    List<String> line = new ArrayList<>(List.of("run", net.toString(), "--backward"));
    line.addAll(List.of("--out", folder.toString()));
    line.addAll(List.of(arguments));
    Command.run(line.toArray(String[]::new)).endsWith(0);
    return new Circuit(folder);
  }

  /** Returns the values of a blob. */
  double[] value(String blob) {
    return read("data", blob);
  }

  /** Returns the gradient of a blob. */
  double[] gradient(String blob) {
    return read("diff", blob);
  }

  /** Returns the gradient of a parameter. */
  double[] parameterGradient(String parameter) {
    return read("param-diff", parameter);
  }

  /** Requires the value and the gradient of a single number to agree with a computation. */
  void holds(String blob, double value, double gradient) {
    agree(value(blob), value);
    agree(gradient(blob), gradient);
  }

  /** Requires a value and a gradient that the lectures print with two digits behind the point. */
  void prints(String blob, String value, String gradient) {
    assertThat(twoDigits(value(blob))).as("value of %s", blob).containsExactly(value);
    assertThat(twoDigits(gradient(blob))).as("gradient of %s", blob).containsExactly(gradient);
  }

  private static Stream<String> twoDigits(double... numbers) {
    return Arrays.stream(numbers).mapToObj(number -> String.format(Locale.ROOT, "%.2f", number));
  }

  /** Requires numbers to agree with computed ones to a millionth. */
  static void agree(double[] found, double... computed) {
    assertThat(found).containsExactly(computed, within(TOLERANCE));
  }

  /** Reads an array of 32-bit floats, knowing of the format what is needed for that. */
  private double[] read(String kind, String name) {
    Path file = folder.resolve(kind).resolve(name + ".npy");
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
      bytes.position(PREAMBLE + bytes.getShort(PREAMBLE - 2));
      double[] numbers = new double[bytes.remaining() / Float.BYTES];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = bytes.getFloat();
      }
      return numbers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
