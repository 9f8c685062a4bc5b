package org.cortado.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cortado.api.DataException;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {

  @TempDir Path folder;

  @Test
  void readsBackWhatItWrote() {
    Tensor written = Tensors.of(Shape.of(2, 3), 1, -2, 0.5f, Float.NaN, Float.MIN_VALUE, -0f);
    Npy.write(file(), written);
    Tensor read = Tensors.empty(2, 3);
    Npy.read(file(), read);
    assertThat(Tensors.values(read)).containsExactly(Tensors.values(written));
    assertThat(Npy.shape(file())).isEqualTo(Shape.of(2, 3));
  }

  @Test
  void readsBackMoreThanOneChunk() {
    float[] values = new float[100_003];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    Npy.write(file(), Tensors.of(Shape.of(values.length), values));
    Tensor read = Tensors.empty(values.length);
    Npy.read(file(), read);
    assertThat(Tensors.values(read)).containsExactly(values);
  }

  /** The bytes that numpy 1.26 writes for {@code numpy.array([1, 2], numpy.float32)}. */
  @Test
  void writesTheBytesThatNumpyWrites() throws IOException {
    Npy.write(file(), Tensors.of(Shape.of(2), 1, 2));
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";
    assertThat(Files.readAllBytes(file()))
        .containsExactly(
            npy(
                1,
                header + " ".repeat(117 - header.length()) + "\n",
                le(8).putFloat(1).putFloat(2)));
  }

  @ParameterizedTest
  @CsvSource({"'',()", "3,'(3,)'", "2 3,'(2, 3)'", "2 0 3,'(2, 0, 3)'"})
  void writesShapesAsPythonDoes(String dims, String tuple) throws IOException {
    int[] sizes =
        Arrays.stream(dims.split(" "))
            .filter(d -> !d.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    Npy.write(file(), Tensors.empty(sizes));
    assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1))
        .contains("'shape': " + tuple + ", }");
    assertThat(Npy.shape(file())).isEqualTo(Shape.of(sizes));
  }

  @Test
  void alignsTheNumbers() throws IOException {
    Npy.write(file(), Tensors.empty(1, 2, 3, 4));
    assertThat((Files.size(file()) - 24 * 4) % 64).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void readsEveryVersion(int version) throws IOException {
    write(npy(version, header("<f4", "False", "(2,)"), le(8).putFloat(3).putFloat(4)));
    assertThat(read(2)).containsExactly(3, 4);
  }

  @Test
  void readsAllTypes() throws IOException {
    assertThat(readOne("<f8", le(8).putDouble(0.1))).isEqualTo(0.1f);
    assertThat(readOne(">f8", be(8).putDouble(-3))).isEqualTo(-3);
    assertThat(readOne(">f4", be(4).putFloat(1.5f))).isEqualTo(1.5f);
    assertThat(readOne("<f2", le(2).putShort((short) 0xc500))).isEqualTo(-5);
    assertThat(readOne("<i8", le(8).putLong(-7))).isEqualTo(-7);
    assertThat(readOne(">i4", be(4).putInt(-70000))).isEqualTo(-70000);
    assertThat(readOne("<i2", le(2).putShort((short) -2))).isEqualTo(-2);
    assertThat(readOne("|i1", le(1).put((byte) -1))).isEqualTo(-1);
    assertThat(readOne("|u1", le(1).put((byte) -1))).isEqualTo(255);
    assertThat(readOne("<u2", le(2).putShort((short) -1))).isEqualTo(65535);
    assertThat(readOne("<u4", le(4).putInt(-1))).isEqualTo(0x1p32f);
    assertThat(readOne("<u8", le(8).putLong(-1))).isEqualTo(0x1p64f);
    assertThat(readOne("|b1", le(1).put((byte) 1))).isEqualTo(1);
  }

  private float readOne(String type, ByteBuffer number) throws IOException {
    write(npy(1, header(type, "False", "()"), number));
    return read()[0];
  }

  @Test
  void turnsColumnsIntoRows() throws IOException {
    ByteBuffer columns = le(6);
    for (byte value : new byte[] {11, 21, 12, 22, 13, 23}) {
      columns.put(value);
    }
    write(npy(1, header("|u1", "True", "(2, 3)"), columns));
    assertThat(read(2, 3)).containsExactly(11, 12, 13, 21, 22, 23);
  }

  @Test
  void turnsColumnsOfThreeAxesIntoRows() throws IOException {
    ByteBuffer columns = le(24);
    for (int k = 0; k < 4; k++) {
      for (int j = 0; j < 3; j++) {
        for (int i = 0; i < 2; i++) {
          columns.put((byte) (12 * i + 4 * j + k));
        }
      }
    }
    write(npy(1, header("|u1", "True", "(2, 3, 4)"), columns));
    float[] rows = new float[24];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
    assertThat(read(2, 3, 4)).containsExactly(rows);
  }

  @Test
  void refusesAFileThatIsCutShortAnywhere() throws IOException {
    Npy.write(file(), Tensors.of(Shape.of(2), 1, 2));
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length++) {
      write(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> read(2))
          .as("the first %d bytes", length)
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith(file() + ": it ");
    }
  }

  @Test
  void refusesAFileThatIsTooLong() throws IOException {
    write(npy(1, header("<f4", "False", "(2,)"), le(12)));
    assertFault("it has 12 bytes of numbers, but [2] of 4 bytes each are 8");
  }

  @Test
  void refusesAnotherShape() {
    Npy.write(file(), Tensors.empty(3, 2));
    assertThatThrownBy(() -> read(2, 3))
        .isInstanceOf(DataException.class)
        .hasMessage(file() + ": its shape is [3x2], but must be [2x3]");
  }

  @Test
  void refusesAnotherFormat() throws IOException {
    write("PK\3\4, the start of an .npz".getBytes(StandardCharsets.ISO_8859_1));
    assertFault("it isn't an .npy file: it doesn't begin with \\x93NUMPY");
  }

  @Test
  void refusesLaterVersions() throws IOException {
    write(npy(4, header("<f4", "False", "(2,)"), le(8)));
    assertFault("it is of version 4 of .npy, but must be 1, 2 or 3");
  }

  @Test
  void refusesHeadersThatTellTooLittle() throws IOException {
    write(npy(1, "{'fortran_order': False, 'shape': (2,)}", le(8)));
    assertFault("its header doesn't tell the type of its elements");
    write(npy(1, "{'descr': '<f4', 'shape': (2,)}", le(8)));
    assertFault("its header doesn't tell the order of its axes");
    write(npy(1, "{'descr': '<f4', 'fortran_order': False, 'shape': (-2,)}", le(8)));
    assertFault("its header doesn't tell its shape");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<c8", "|O", "<U4", "<M8"})
  void refusesTypesThatAreNoRealNumbers(String type) throws IOException {
    write(npy(1, header(type, "False", "(1,)"), le(8)));
    assertFault("its elements are of type '" + type.substring(1) + "', but must be real numbers");
  }

  @Test
  void refusesShapesTooLarge() throws IOException {
    write(npy(1, header("<f4", "False", "(65536, 65536)"), le(8)));
    assertFault("its shape (65536, 65536) is too large");
    write(npy(1, header("<f4", "False", "(99999999999,)"), le(8)));
    assertFault("its shape (99999999999,) is too large");
  }

  @Test
  void refusesAHeaderTooLong() throws IOException {
    byte[] bytes = npy(2, header("<f4", "False", "(2,)"), le(8));
    bytes[11] = (byte) 0x80;
    write(bytes);
    assertFault("bytes is too long to be true");
  }

  @Test
  void namesAMissingFile() {
    assertThatThrownBy(() -> Npy.shape(folder.resolve("none.npy")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "can't read " + folder.resolve("none.npy") + ": there is no such file or folder");
  }

  private void assertFault(String fault) {
    assertThatThrownBy(() -> read(2))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(file().toString())
        .hasMessageContaining(fault);
  }

  private Path file() {
    return folder.resolve("array.npy");
  }

  private float[] read(int... dims) {
    Tensor tensor = Tensors.empty(dims);
    Npy.read(file(), tensor);
    return Tensors.values(tensor);
  }

  private void write(byte[] bytes) throws IOException {
    Files.write(file(), bytes);
  }

  private static String header(String type, String fortran, String shape) {
    return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n".formatted(type, fortran, shape);
  }

  private static byte[] npy(int version, String header, ByteBuffer data) {
    ByteBuffer file = le(12 + header.length() + data.capacity());
    file.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.ISO_8859_1));
    file.put((byte) version).put((byte) 0);
    if (version == 1) {
      file.putShort((short) header.length());
    } else {
      file.putInt(header.length());
    }
    file.put(header.getBytes(StandardCharsets.ISO_8859_1)).put(data.clear());
    byte[] bytes = new byte[file.flip().limit()];
    file.get(bytes);
    return bytes;
  }

  private static ByteBuffer le(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer be(int bytes) {
    return ByteBuffer.allocate(bytes);
  }
}
