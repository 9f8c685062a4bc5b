package org.cortado.layers.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortado.api.Phase;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxLayerTest extends LayerContract {

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

  @Test
  void givesImagesAChannelAxisAndLabelsAPlainOne() throws IOException {
    byte[] images = IdxBytes.counting(3, 2, 2);
    DataBench bench =
        idx.bench(idx.withLabels(images, IdxBytes.bytes(List.of(3), 7, 8, 9), 2), Phase.TRAIN);
    assertThat(bench.top(0).shape()).isEqualTo(Shape.of(2, 1, 2, 2));
    assertThat(bench.top(1).shape()).isEqualTo(Shape.of(2));
    assertThat(bench.next(0)).containsExactly(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f);
    assertThat(bench.next(1)).containsExactly(9f, 7f);
  }

  @Test
  void leavesOtherRanksAsTheyAre() throws IOException {
    assertThat(idx.bench(idx.images(IdxBytes.counting(2), 2), Phase.TRAIN).top(0).shape())
        .isEqualTo(Shape.of(2));
    assertThat(idx.bench(idx.images(IdxBytes.counting(2, 3), 2), Phase.TRAIN).top(0).shape())
        .isEqualTo(Shape.of(2, 3));
    assertThat(idx.bench(idx.images(IdxBytes.counting(2, 3, 1, 2), 2), Phase.TRAIN).top(0).shape())
        .isEqualTo(Shape.of(2, 3, 1, 2));
  }

  @Test
  void scalesImagesAndNotLabels() throws IOException {
    IdxOptions plain =
        idx.withLabels(IdxBytes.bytes(List.of(2, 1), 255, 128), IdxBytes.counting(2), 2);
    IdxOptions scaled =
        new IdxOptions(plain.images(), plain.labels(), plain.batchSize(), 0.5f, false);
    DataBench bench = idx.bench(scaled, Phase.TRAIN);
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
    return idx.bench(idx.images(file, 1), Phase.TRAIN).next(0);
  }

  @Test
  void unpacksByContentAndNotByName() throws IOException {
    Path zipped = IdxBytes.writeZipped(folder.resolve("images"), IdxBytes.counting(2, 1));
    Path plain = IdxBytes.write(folder.resolve("labels.gz"), IdxBytes.counting(2));
    IdxOptions options = new IdxOptions(zipped, Optional.of(plain), 2, 1, false);
    assertThat(idx.bench(options, Phase.TRAIN).next(0)).containsExactly(0f, 1f);
  }

  @Test
  void wrapsRoundInTraining() throws IOException {
    DataBench bench = idx.bench(idx.images(IdxBytes.counting(3), 2), Phase.TRAIN);
    assertThat(bench.batches(3)).containsExactly(List.of(0f, 1f), List.of(2f, 0f), List.of(1f, 2f));
  }

  @Test
  void wrapsRoundWithinABatchThatIsLargerThanTheSet() throws IOException {
    DataBench bench = idx.bench(idx.images(IdxBytes.counting(2), 5), Phase.TRAIN);
    assertThat(bench.next(0)).containsExactly(0f, 1f, 0f, 1f, 0f);
  }

  @Test
  void endsARoundOfTheTestPhaseWithAShortBatch() throws IOException {
    DataBench bench = idx.bench(idx.images(IdxBytes.counting(3), 2), Phase.TEST);
    assertThat(bench.batches(4))
        .containsExactly(List.of(0f, 1f), List.of(2f), List.of(0f, 1f), List.of(2f));
  }

  @Test
  void shapesTheTopsAfterTheBatch() throws IOException {
    DataBench bench =
        idx.bench(idx.withLabels(IdxBytes.counting(3, 1, 1), IdxBytes.counting(3), 2), Phase.TEST);
    bench.batches(2);
    assertThat(bench.top(0).shape()).isEqualTo(Shape.of(1, 1, 1, 1));
    assertThat(bench.top(1).shape()).isEqualTo(Shape.of(1));
    bench.batches(1);
    assertThat(bench.top(0).shape()).isEqualTo(Shape.of(2, 1, 1, 1));
  }

  @Test
  void showsTheWholeSetInOneShortBatchWhereABatchIsLarger() throws IOException {
    DataBench bench = idx.bench(idx.images(IdxBytes.counting(2), 5), Phase.TEST);
    assertThat(bench.top(0).shape()).isEqualTo(Shape.of(5));
    assertThat(bench.batches(2)).containsExactly(List.of(0f, 1f), List.of(0f, 1f));
  }

  @Test
  void showsEachItemOnceARoundWhenItShuffles() throws IOException {
    DataBench bench = idx.bench(shuffled(20, 5), Phase.TRAIN);
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
    DataBench bench = idx.bench(both, Phase.TRAIN);
    assertThat(bench.next(0)).isEqualTo(DataBench.values(bench.top(1)));
  }

  @Test
  void shufflesAlikeWithEqualSeedsOnly() throws IOException {
    IdxOptions options = shuffled(20, 20);
    assertThat(idx.bench(options, Phase.TRAIN).next(0))
        .isEqualTo(idx.bench(options, Phase.TRAIN).next(0));
    IdxLayer other = new IdxLayer(options, new DataBench.Context(Phase.TRAIN, 5));
    assertThat(new DataBench(other, 1).next(0))
        .isNotEqualTo(idx.bench(options, Phase.TRAIN).next(0));
  }

  @Test
  void seeksToWhatItWouldHaveShown() throws IOException {
    for (Phase phase : Phase.values()) {
      List<List<Float>> sequence = idx.bench(shuffled(7, 3), phase).batches(9);
      IdxLayer layer = idx.made(shuffled(7, 3), phase);
      DataBench bench = new DataBench(layer, 1);
      for (int batch : new int[] {8, 2, 3, 0, 5}) {
        layer.seek(batch);
        assertThat(bench.next(0)).isEqualTo(sequence.get(batch));
      }
    }
  }

  private IdxOptions shuffled(int items, int batchSize) throws IOException {
    IdxOptions options = idx.images(IdxBytes.counting(items), batchSize);
    return new IdxOptions(options.images(), Optional.empty(), batchSize, 1, true);
  }

  @Test
  void countsItsItemsBeforeItLoadsThem() throws IOException {
    IdxLayer layer = idx.made(idx.images(IdxBytes.counting(3, 2), 2), Phase.TRAIN);
    DataBench bench = new DataBench(layer, 1);
    assertThat(layer.itemCount()).isEqualTo(3);
    assertThat(bench.top(0).count()).isEqualTo(4);
  }
}
