package org.cortado.layers.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortado.api.DataException;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Phase;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxLayerTest extends LayerContract {

  @TempDir Path folder;
  private final List<IdxLayer> layers = new ArrayList<>();

  @Override
  protected Stream<Case> cases() {
    Case images =
        layer("Idx")
            .option("images", write("images", IdxBytes.counting(3, 2, 2)))
            .option("batch_size", 2);
    return Stream.of(
        images,
        images.option("labels", write("labels", IdxBytes.counting(3))).tops(2),
        images.option("shuffle", true).option("batch_size", 5).phase(Phase.TEST));
  }

  private Path write(String name, byte[] bytes) {
    try {
      return IdxBytes.write(folder.resolve(name), bytes);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @AfterEach
  void closeLayers() {
    layers.forEach(IdxLayer::close);
  }

  private IdxLayer made(IdxOptions options, Phase phase) {
    IdxLayer layer = new IdxLayer(options, DataBench.context(phase));
    layers.add(layer);
    return layer;
  }

  private DataBench bench(IdxOptions options, Phase phase) {
    return new DataBench(made(options, phase), options.labels().isPresent() ? 2 : 1);
  }

  private IdxOptions images(byte[] images, int batchSize) throws IOException {
    Path file = IdxBytes.write(folder.resolve("images"), images);
    return new IdxOptions(file, Optional.empty(), batchSize, 1, false);
  }

  private IdxOptions withLabels(byte[] images, byte[] labels, int batchSize) throws IOException {
    Path first = IdxBytes.write(folder.resolve("images"), images);
    Path second = IdxBytes.write(folder.resolve("labels"), labels);
    return new IdxOptions(first, Optional.of(second), batchSize, 1, false);
  }

  private void assertRefused(byte[] images, String message) throws IOException {
    IdxOptions options = images(images, 2);
    assertThatThrownBy(() -> bench(options, Phase.TRAIN))
        .isInstanceOf(DataException.class)
        .hasMessage("'" + options.images() + "' " + message);
  }

  @Test
  void givesImagesAChannelAxisAndLabelsAPlainOne() throws IOException {
    byte[] images = IdxBytes.counting(3, 2, 2);
    DataBench bench =
        bench(withLabels(images, IdxBytes.bytes(List.of(3), 7, 8, 9), 2), Phase.TRAIN);
    assertThat(bench.top(0).shape()).isEqualTo(Shape.of(2, 1, 2, 2));
    assertThat(bench.top(1).shape()).isEqualTo(Shape.of(2));
    assertThat(bench.next(0)).containsExactly(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f);
    assertThat(bench.next(1)).containsExactly(9f, 7f);
  }

  @Test
  void leavesOtherRanksAsTheyAre() throws IOException {
    assertThat(bench(images(IdxBytes.counting(2), 2), Phase.TRAIN).top(0).shape())
        .isEqualTo(Shape.of(2));
    assertThat(bench(images(IdxBytes.counting(2, 3), 2), Phase.TRAIN).top(0).shape())
        .isEqualTo(Shape.of(2, 3));
    assertThat(bench(images(IdxBytes.counting(2, 3, 1, 2), 2), Phase.TRAIN).top(0).shape())
        .isEqualTo(Shape.of(2, 3, 1, 2));
  }

  @Test
  void scalesImagesAndNotLabels() throws IOException {
    IdxOptions plain = withLabels(IdxBytes.bytes(List.of(2, 1), 255, 128), IdxBytes.counting(2), 2);
    IdxOptions scaled =
        new IdxOptions(plain.images(), plain.labels(), plain.batchSize(), 0.5f, false);
    DataBench bench = bench(scaled, Phase.TRAIN);
    assertThat(bench.next(0)).containsExactly(127.5f, 64f);
    assertThat(bench.next(1)).containsExactly(0f, 1f);
  }

  @Test
  void readsEveryTypeOfElement() throws IOException {
    assertThat(single(0x08, 1, bytes -> bytes.put((byte) -1))).containsExactly(255f);
    assertThat(single(0x09, 1, bytes -> bytes.put((byte) -1))).containsExactly(-1f);
    assertThat(single(0x0b, 2, bytes -> bytes.putShort((short) -300))).containsExactly(-300f);
    assertThat(single(0x0c, 4, bytes -> bytes.putInt(70_000))).containsExactly(70_000f);
    assertThat(single(0x0d, 4, bytes -> bytes.putFloat(0.1f))).containsExactly(0.1f);
    assertThat(single(0x0e, 8, bytes -> bytes.putDouble(0.1))).containsExactly(0.1f);
  }

  private List<Float> single(int type, int size, Consumer<ByteBuffer> element) throws IOException {
    byte[] file = IdxBytes.file(type, List.of(1), size, element);
    return bench(images(file, 1), Phase.TRAIN).next(0);
  }

  @Test
  void unpacksByContentAndNotByName() throws IOException {
    Path zipped = IdxBytes.writeZipped(folder.resolve("images"), IdxBytes.counting(2, 1));
    Path plain = IdxBytes.write(folder.resolve("labels.gz"), IdxBytes.counting(2));
    IdxOptions options = new IdxOptions(zipped, Optional.of(plain), 2, 1, false);
    assertThat(bench(options, Phase.TRAIN).next(0)).containsExactly(0f, 1f);
  }

  @Test
  void wrapsRoundInTraining() throws IOException {
    DataBench bench = bench(images(IdxBytes.counting(3), 2), Phase.TRAIN);
    assertThat(bench.batches(3)).containsExactly(List.of(0f, 1f), List.of(2f, 0f), List.of(1f, 2f));
  }

  @Test
  void wrapsRoundWithinABatchThatIsLargerThanTheSet() throws IOException {
    DataBench bench = bench(images(IdxBytes.counting(2), 5), Phase.TRAIN);
    assertThat(bench.next(0)).containsExactly(0f, 1f, 0f, 1f, 0f);
  }

  @Test
  void endsARoundOfTheTestPhaseWithAShortBatch() throws IOException {
    DataBench bench = bench(images(IdxBytes.counting(3), 2), Phase.TEST);
    assertThat(bench.batches(4))
        .containsExactly(List.of(0f, 1f), List.of(2f), List.of(0f, 1f), List.of(2f));
  }

  @Test
  void shapesTheTopsAfterTheBatch() throws IOException {
    DataBench bench =
        bench(withLabels(IdxBytes.counting(3, 1, 1), IdxBytes.counting(3), 2), Phase.TEST);
    bench.batches(2);
    assertThat(bench.top(0).shape()).isEqualTo(Shape.of(1, 1, 1, 1));
    assertThat(bench.top(1).shape()).isEqualTo(Shape.of(1));
    bench.batches(1);
    assertThat(bench.top(0).shape()).isEqualTo(Shape.of(2, 1, 1, 1));
  }

  @Test
  void showsTheWholeSetInOneShortBatchWhereABatchIsLarger() throws IOException {
    DataBench bench = bench(images(IdxBytes.counting(2), 5), Phase.TEST);
    assertThat(bench.top(0).shape()).isEqualTo(Shape.of(5));
    assertThat(bench.batches(2)).containsExactly(List.of(0f, 1f), List.of(0f, 1f));
  }

  @Test
  void showsEachItemOnceARoundWhenItShuffles() throws IOException {
    DataBench bench = bench(shuffled(20, 5), Phase.TRAIN);
    List<Float> first = bench.batches(4).stream().flatMap(List::stream).toList();
    List<Float> second = bench.batches(4).stream().flatMap(List::stream).toList();
    List<Float> all = IntStream.range(0, 20).mapToObj(i -> (float) i).toList();
    assertThat(first).containsExactlyInAnyOrderElementsOf(all).isNotEqualTo(all);
    assertThat(second).containsExactlyInAnyOrderElementsOf(all).isNotEqualTo(first);
  }

  @Test
  void keepsLabelsWithTheirImages() throws IOException {
    IdxOptions options = shuffled(20, 7);
    Path labels = IdxBytes.write(folder.resolve("labels"), IdxBytes.counting(20));
    IdxOptions both = new IdxOptions(options.images(), Optional.of(labels), 7, 1, true);
    DataBench bench = bench(both, Phase.TRAIN);
    assertThat(bench.next(0)).isEqualTo(DataBench.values(bench.top(1)));
  }

  @Test
  void shufflesAlikeWithEqualSeedsOnly() throws IOException {
    IdxOptions options = shuffled(20, 20);
    assertThat(bench(options, Phase.TRAIN).next(0)).isEqualTo(bench(options, Phase.TRAIN).next(0));
    IdxLayer other = new IdxLayer(options, new DataBench.Context(Phase.TRAIN, 5));
    layers.add(other);
    assertThat(new DataBench(other, 1).next(0)).isNotEqualTo(bench(options, Phase.TRAIN).next(0));
  }

  @Test
  void seeksToWhatItWouldHaveShown() throws IOException {
    for (Phase phase : Phase.values()) {
      List<List<Float>> sequence = bench(shuffled(7, 3), phase).batches(9);
      IdxLayer layer = made(shuffled(7, 3), phase);
      DataBench bench = new DataBench(layer, 1);
      for (int batch : new int[] {8, 2, 3, 0, 5}) {
        layer.seek(batch);
        assertThat(bench.next(0)).isEqualTo(sequence.get(batch));
      }
    }
  }

  private IdxOptions shuffled(int items, int batchSize) throws IOException {
    IdxOptions options = images(IdxBytes.counting(items), batchSize);
    return new IdxOptions(options.images(), Optional.empty(), batchSize, 1, true);
  }

  @Test
  void countsItsItemsBeforeItLoadsThem() throws IOException {
    IdxLayer layer = made(images(IdxBytes.counting(3, 2), 2), Phase.TRAIN);
    DataBench bench = new DataBench(layer, 1);
    assertThat(layer.itemCount()).isEqualTo(3);
    assertThat(bench.top(0).count()).isEqualTo(4);
  }

  @Test
  void namesTheNearestFileForAMissingOne() throws IOException {
    Files.createFile(folder.resolve("train-images.gz"));
    Files.createFile(folder.resolve("notes.txt"));
    Path missing = folder.resolve("train-image.gz");
    IdxOptions options = new IdxOptions(missing, Optional.empty(), 1, 1, false);
    assertThatThrownBy(() -> bench(options, Phase.TRAIN))
        .isInstanceOf(DataException.class)
        .hasMessage("there is no file '%s'; did you mean 'train-images.gz'?".formatted(missing));
  }

  @Test
  void saysThatTheFolderIsMissing() {
    Path missing = folder.resolve("nowhere").resolve("images");
    IdxOptions options = new IdxOptions(missing, Optional.empty(), 1, 1, false);
    assertThatThrownBy(() -> bench(options, Phase.TRAIN))
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
    DataBench bench = bench(new IdxOptions(file, Optional.empty(), 1, 1, false), Phase.TRAIN);
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
    DataBench bench = bench(new IdxOptions(file, Optional.empty(), 1, 1, false), Phase.TRAIN);
    assertThatThrownBy(() -> bench.next(0))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("'" + file + "' can't be read: ");
  }

  @Test
  void refusesAnotherNumberOfLabelsThanOfImages() throws IOException {
    IdxOptions options = withLabels(IdxBytes.counting(3, 2), IdxBytes.counting(4), 2);
    assertThatThrownBy(() -> bench(options, Phase.TRAIN))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "'%s' has 3 images, but '%s' 4 labels"
                .formatted(options.images(), options.labels().orElseThrow()));
  }

  @Test
  void refusesLabelsOfSeveralNumbers() throws IOException {
    IdxOptions options = withLabels(IdxBytes.counting(3, 2), IdxBytes.counting(3, 2), 2);
    assertThatThrownBy(() -> bench(options, Phase.TRAIN))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "'%s' has the shape [3x2], but labels must have one axis"
                .formatted(options.labels().orElseThrow()));
  }

  @Test
  void refusesASecondTopWithoutLabels() throws IOException {
    IdxLayer layer = made(images(IdxBytes.counting(3), 2), Phase.TRAIN);
    assertThatThrownBy(() -> new DataBench(layer, 2))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage("a second top needs a file of labels");
  }

  @Test
  void refusesLabelsWithoutASecondTop() throws IOException {
    IdxOptions options = withLabels(IdxBytes.counting(3), IdxBytes.counting(3), 2);
    IdxLayer layer = made(options, Phase.TRAIN);
    assertThatThrownBy(() -> new DataBench(layer, 1))
        .isInstanceOf(InvalidLayerException.class)
        .hasMessage("labels need a second top");
  }
}
