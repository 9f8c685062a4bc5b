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
import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

  @TempDir Path folder;

  @Test
  void readsBackWhatItWrote() {
    writeTwo();
    try (SafetensorsFile read = Safetensors.open(file())) {
      assertThat(read.names()).containsExactly("conv1.0", "conv1.1");
      assertThat(read.metadata()).containsExactly(Map.entry("net", "LeNet"));
      assertThat(read.shape("conv1.0")).isEqualTo(Shape.of(2, 1, 2));
      assertThat(values(read, "conv1.0", 2, 1, 2)).containsExactly(1, -2, Float.NaN, 4);
      assertThat(values(read, "conv1.1", 1)).containsExactly(5);
    }
  }

  /** What the format's own library writes, but for the order of the header's keys. */
  @Test
  void writesTheFormat() throws IOException {
    writeTwo();
    String header =
        "{\"__metadata__\":{\"net\":\"LeNet\"},"
            + "\"conv1.0\":{\"dtype\":\"F32\",\"shape\":[2,1,2],\"data_offsets\":[0,16]},"
            + "\"conv1.1\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[16,20]}}";
    String padded = header + " ".repeat(Math.floorMod(-header.length(), 8));
    assertThat(Files.readAllBytes(file()))
        .containsExactly(
            file(
                padded,
                le(20).putFloat(1).putFloat(-2).putFloat(Float.NaN).putFloat(4).putFloat(5)));
  }

  @Test
  void writesEqualBytesForEqualTensors() throws IOException {
    writeTwo();
    byte[] first = Files.readAllBytes(file());
    writeTwo();
    assertThat(Files.readAllBytes(file())).containsExactly(first);
  }

  @Test
  void holdsScalarsEmptyTensorsAndNothing() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("empty", Tensors.empty(0, 3));
    tensors.put("scalar", Tensors.of(Shape.of(), 7));
    Safetensors.write(file(), tensors, Map.of());
    try (SafetensorsFile read = Safetensors.open(file())) {
      assertThat(values(read, "empty", 0, 3)).isEmpty();
      assertThat(values(read, "scalar")).containsExactly(7);
    }
    Safetensors.write(file(), Map.of(), Map.of());
    try (SafetensorsFile read = Safetensors.open(file())) {
      assertThat(read.names()).isEmpty();
    }
  }

  @Test
  void readsOtherFloats() throws IOException {
    ByteBuffer data =
        le(16).putDouble(0.1).putShort((short) 0x3c01).putShort((short) 0x0001).putInt(0xff80c0c0);
    write(
        file(
            "{\"d\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},"
                + "\"h\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[8,12]},"
                + "\"b\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[12,16]}}",
            data));
    try (SafetensorsFile read = Safetensors.open(file())) {
      assertThat(values(read, "d", 1)).containsExactly(0.1f);
      assertThat(values(read, "h", 2)).containsExactly(1 + 0x1p-10f, 0x1p-24f);
      assertThat(values(read, "b", 2)).containsExactly(-6, Float.NEGATIVE_INFINITY);
    }
  }

  @Test
  void refusesAFileThatIsCutShortAnywhere() throws IOException {
    writeTwo();
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length++) {
      write(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Safetensors.open(file()))
          .as("the first %d bytes", length)
          .isInstanceOf(WeightsException.class)
          .hasMessageStartingWith(file() + ": it");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1]|its header isn't a JSON object",
        "{\"a\":|its header isn't JSON",
        "{} {}|its header isn't JSON",
        "{\"__metadata__\":{\"n\":1}}|its __metadata__ holds more than strings",
        "{\"a\":1}|its tensor 'a' is of dtype '', which can't be read as floats",
        "{\"a\":{\"dtype\":\"F8\"}}|its tensor 'a' is of dtype 'F8', which can't be read as floats",
        "{\"a\":{\"dtype\":\"F32\"}}|its tensor 'a' has no data_offsets of whole numbers",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8]}}"
            + "|its tensor 'a' has data_offsets that aren't two numbers",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}"
            + "|its tensor 'a' has no shape of whole numbers",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536],\"data_offsets\":[0,8]}}"
            + "|its tensor 'a' has the shape [65536, 65536], which is too large",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}"
            + "|its tensor 'a' has bytes [0, 8], but [3] of F32 takes 12",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}"
            + "|its tensor 'a' has bytes [8, 0], but [2] of F32 takes 8",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}"
            + "|its tensor 'a' begins at byte 4, but must at 0",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}"
            + "|its tensors take 16 bytes, but it has 8 of them",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}"
            + "|its tensors take 4 bytes, but it has 8 of them",
      })
  void refusesHeadersThatAreWrong(String header, String fault) throws IOException {
    write(file(header, le(8)));
    assertFault(fault);
  }

  @Test
  void refusesTensorsThatOverlap() throws IOException {
    String tensor = "{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%d,%d]}";
    write(
        file(
            "{\"a\":%s,\"b\":%s}".formatted(tensor.formatted(0, 4), tensor.formatted(2, 6)),
            le(8)));
    assertFault("its tensor 'b' overlaps the tensor before it");
  }

  @Test
  void refusesANameThatComesTwice() throws IOException {
    String tensor = "{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";
    write(file("{\"a\":%s,\"a\":%s}".formatted(tensor, tensor), le(8)));
    assertFault("its header isn't JSON: Duplicate");
  }

  @Test
  void refusesAHeaderTooLong() throws IOException {
    String fault = "it isn't a safetensors file: it doesn't begin with the length of a header";
    write(le(16).putLong(0x8000_0000_0000_0000L).array());
    assertFault(fault);
    write(le(16).putLong(200_000_000).array());
    assertFault(fault);
    write("<!doctype html><title>a page</title>".getBytes(StandardCharsets.UTF_8));
    assertFault(fault);
  }

  @Test
  void refusesAnotherShape() {
    writeTwo();
    try (SafetensorsFile read = Safetensors.open(file())) {
      assertThatThrownBy(() -> values(read, "conv1.0", 4))
          .isInstanceOf(WeightsException.class)
          .hasMessage(file() + ": 'conv1.0' is [2x1x2], but must be [4]");
      assertThatThrownBy(() -> read.shape("conv2.0")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void namesAMissingFile() {
    assertThatThrownBy(() -> Safetensors.open(file()))
        .isInstanceOf(WeightsException.class)
        .hasMessage("can't read " + file() + ": there is no such file or folder");
  }

  private void assertFault(String fault) {
    assertThatThrownBy(() -> Safetensors.open(file()))
        .isInstanceOf(WeightsException.class)
        .hasMessageStartingWith(file() + ": ")
        .hasMessageContaining(fault);
  }

  private Path file() {
    return folder.resolve("weights.safetensors");
  }

  private void writeTwo() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("conv1.0", Tensors.of(Shape.of(2, 1, 2), 1, -2, Float.NaN, 4));
    tensors.put("conv1.1", Tensors.of(Shape.of(1), 5));
    Safetensors.write(file(), tensors, Map.of("net", "LeNet"));
  }

  private static float[] values(SafetensorsFile from, String name, int... dims) {
    Tensor tensor = Tensors.empty(dims);
    from.read(name, tensor);
    return Tensors.values(tensor);
  }

  private void write(byte[] bytes) throws IOException {
    Files.write(file(), bytes);
  }

  private static byte[] file(String header, ByteBuffer data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return le(8 + json.length + data.capacity())
        .putLong(json.length)
        .put(json)
        .put(data.clear())
        .array();
  }

  private static ByteBuffer le(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
