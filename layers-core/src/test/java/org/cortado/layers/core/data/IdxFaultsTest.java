package org.cortado.layers.core.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cortado.api.DataException;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFaultsTest {

  @TempDir Path folder;
  private IdxFixture idx = new IdxFixture(Path.of(""));

  @BeforeEach
  void useTheFolder() {
    idx = new IdxFixture(folder);
  }

  @AfterEach
  void closeLayers() {
    idx.close();
  }

  private void assertRefused(byte[] images, String message) throws IOException {
    IdxOptions options = idx.images(images, 2);
    assertThatThrownBy(() -> idx.bench(options, Phase.TRAIN))
        .isInstanceOf(DataException.class)
        .hasMessage("'" + options.images() + "' " + message);
  }

  @Test
  void namesTheNearestFileForAMissingOne() throws IOException {
    Files.createFile(folder.resolve("train-images.gz"));
    Files.createFile(folder.resolve("notes.txt"));
    Path missing = folder.resolve("train-image.gz");
    IdxOptions options = new IdxOptions(missing, Optional.empty(), 1, 1, false);
    assertThatThrownBy(() -> idx.bench(options, Phase.TRAIN))
        .isInstanceOf(DataException.class)
        .hasMessage("there is no file '%s'; did you mean 'train-images.gz'?".formatted(missing));
  }

  @Test
  void saysThatTheFolderIsMissing() {
    Path missing = folder.resolve("nowhere").resolve("images");
    IdxOptions options = new IdxOptions(missing, Optional.empty(), 1, 1, false);
    assertThatThrownBy(() -> idx.bench(options, Phase.TRAIN))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "there is no file '%s'; there is no folder '%s' either"
                .formatted(missing, missing.getParent()));
  }

  @Test
  void refusesAFileThatIsNoIdx() throws IOException {
    assertRefused(
        new byte[] {(byte) 0x89, 'P', 'N', 'G'},
        "is no IDX file: it begins with the bytes 89 50, but must with 00 00");
  }

  @Test
  void refusesAnUnknownElementType() throws IOException {
    assertRefused(
        new byte[] {0, 0, 0x0a, 1, 0, 0, 0, 1, 0},
        "has elements of the type 0a, but must have one of 08 (unsigned byte), 09 (byte), "
            + "0b (short), 0c (int), 0d (float), 0e (double)");
  }

  @Test
  void refusesAHeaderThatEndsEarly() throws IOException {
    assertRefused(new byte[] {0, 0, 8, 2, 0, 0, 0, 1}, "ends within its IDX header");
    assertRefused(new byte[] {}, "ends within its IDX header");
  }

  @Test
  void refusesAFileWithoutItems() throws IOException {
    assertRefused(IdxBytes.bytes(List.of()), "has the shape []: no items");
    assertRefused(IdxBytes.bytes(List.of(0, 2)), "has the shape [0x2]: no items");
  }

  @Test
  void refusesACutFileAtSetUp() throws IOException {
    assertRefused(
        IdxBytes.bytes(List.of(3), 1, 2),
        "is cut off: [3] elements of type 08 (unsigned byte) take 3 bytes, but there are 2");
  }

  @Test
  void refusesBytesBehindTheElements() throws IOException {
    assertRefused(IdxBytes.bytes(List.of(1), 1, 2), "goes on after its [1] elements");
  }

  @Test
  void refusesSizesBeyondAllBounds() throws IOException {
    assertRefused(
        IdxBytes.bytes(List.of(1 << 20, 1 << 20)),
        "has the shape [1048576x1048576]: too many elements");
    assertRefused(IdxBytes.bytes(List.of(-1)), "has the shape [4294967295]: too many elements");
  }

  @Test
  void refusesACutZippedFileWhenItLoads() throws IOException {
    assertRefusedWhenLoading(
        IdxBytes.bytes(List.of(3), 1, 2),
        "is cut off: [3] elements of type 08 (unsigned byte) take 3 bytes, but there are 2");
  }

  @Test
  void refusesBytesBehindTheElementsOfAZippedFile() throws IOException {
    assertRefusedWhenLoading(IdxBytes.bytes(List.of(1), 1, 2), "goes on after its [1] elements");
  }

  private void assertRefusedWhenLoading(byte[] bytes, String message) throws IOException {
    Path file = IdxBytes.writeZipped(folder.resolve("zipped"), bytes);
    DataBench bench = idx.bench(new IdxOptions(file, Optional.empty(), 1, 1, false), Phase.TRAIN);
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> bench.next(0))
          .isInstanceOf(DataException.class)
          .hasMessage("'" + file + "' " + message);
    }
  }

  @Test
  void refusesADamagedZip() throws IOException {
    Path file = IdxBytes.writeZipped(folder.resolve("zipped"), IdxBytes.counting(100, 100, 2));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));
    DataBench bench = idx.bench(new IdxOptions(file, Optional.empty(), 1, 1, false), Phase.TRAIN);
    assertThatThrownBy(() -> bench.next(0))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("'" + file + "' can't be read: ");
  }

  @Test
  void refusesAnotherNumberOfLabelsThanOfImages() throws IOException {
    IdxOptions options = idx.withLabels(IdxBytes.counting(3, 2), IdxBytes.counting(4), 2);
    assertThatThrownBy(() -> idx.bench(options, Phase.TRAIN))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "'%s' has 3 images, but '%s' 4 labels"
                .formatted(options.images(), options.labels().orElseThrow()));
  }

  @Test
  void refusesLabelsOfSeveralNumbers() throws IOException {
    IdxOptions options = idx.withLabels(IdxBytes.counting(3, 2), IdxBytes.counting(3, 2), 2);
    assertThatThrownBy(() -> idx.bench(options, Phase.TRAIN))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "'%s' has the shape [3x2], but labels must have one axis"
                .formatted(options.labels().orElseThrow()));
  }

  @Test
  void refusesASecondTopWithoutLabels() throws IOException {
    IdxLayer layer = idx.made(idx.images(IdxBytes.counting(3), 2), Phase.TRAIN);
    assertThatThrownBy(() -> new DataBench(layer, 2))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage("a second top needs a file of labels");
  }

  @Test
  void refusesLabelsWithoutASecondTop() throws IOException {
    IdxOptions options = idx.withLabels(IdxBytes.counting(3), IdxBytes.counting(3), 2);
    IdxLayer layer = idx.made(options, Phase.TRAIN);
    assertThatThrownBy(() -> new DataBench(layer, 1))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage("labels need a second top");
  }
}
