package org.cortado.layers.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortado.api.Phase;
import org.cortado.api.blob.Shape;
import org.cortado.testkit.Case;
import org.cortado.testkit.LayerContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextLayerTest extends LayerContract {

  @TempDir Path folder;

  @Override
  protected Stream<Case> cases() {
    Case text =
        layer("Text")
            .option("source", file("a.txt", "abcabdacb"))
            .option("batch_size", 2)
            .option("steps", 3)
            .tops(3);
    return Stream.of(
        text,
        text.option("vocabulary", file("b.txt", "abcdefgh")).phase(Phase.TEST),
        text.option("batch_size", 1).option("steps", 20));
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** A layer and what it shows. */
  private record Shown(TextLayer layer, DataBench bench) {

    static Shown of(TextOptions options, Phase phase) {
      TextLayer layer = new TextLayer(options, DataBench.context(phase));
      return new Shown(layer, new DataBench(layer, 3));
    }

    void forward() {
      bench.next(0);
    }

    int[] top(int index) {
      return DataBench.values(bench.top(index)).stream().mapToInt(Float::intValue).toArray();
    }

    Shape shape(int index) {
      return bench.top(index).shape();
    }
  }

  private Shown bench(String text, int streams, int steps, Phase phase) {
    Path source = file("a.txt", text);
    return Shown.of(new TextOptions(source, Optional.empty(), streams, steps), phase);
  }

  /** The streams are {@code abcd} and {@code bade}, the labels one character further on. */
  @Test
  void showsStreamsSideBySide() {
    Shown bench = bench("abcdbadec", 2, 2, Phase.TRAIN);
    bench.forward();
    assertThat(bench.top(0)).containsExactly(0, 1, 1, 0);
    assertThat(bench.top(1)).containsExactly(0, 0, 1, 1);
    assertThat(bench.top(2)).containsExactly(1, 0, 2, 3);
    bench.forward();
    assertThat(bench.top(0)).containsExactly(2, 3, 3, 4);
    assertThat(bench.top(1)).containsExactly(1, 1, 1, 1);
    assertThat(bench.top(2)).containsExactly(3, 4, 1, 2);
    bench.forward();
    assertThat(bench.top(0)).containsExactly(0, 1, 1, 0);
    assertThat(bench.top(1)).containsExactly(0, 0, 1, 1);
  }

  @Test
  void beginsAnewWithinABatchInTraining() {
    Shown bench = bench("abcd", 1, 5, Phase.TRAIN);
    bench.forward();
    assertThat(bench.top(0)).containsExactly(0, 1, 2, 0, 1);
    assertThat(bench.top(1)).containsExactly(0, 1, 1, 0, 1);
    assertThat(bench.top(2)).containsExactly(1, 2, 3, 1, 2);
    bench.forward();
    assertThat(bench.top(0)).containsExactly(2, 0, 1, 2, 0);
  }

  @Test
  void endsWithAShortBatchInTests() {
    Shown bench = bench("abcd", 1, 2, Phase.TEST);
    assertThat(bench.layer().itemCount()).isEqualTo(3);
    bench.forward();
    bench.forward();
    assertThat(bench.shape(2)).isEqualTo(Shape.of(1, 1));
    assertThat(bench.top(0)).containsExactly(2);
    bench.forward();
    assertThat(bench.top(0)).containsExactly(0, 1);
    assertThat(bench.top(1)).containsExactly(0, 1);
  }

  @Test
  void showsTheBatchThatIsSought() {
    Shown bench = bench("abcdefg", 1, 2, Phase.TRAIN);
    bench.layer().seek(2);
    bench.forward();
    assertThat(bench.top(0)).containsExactly(4, 5);
    bench.layer().seek(1L << 33);
    bench.forward();
    assertThat(bench.top(0)).containsExactly(4, 5);
  }

  @Test
  void leavesOutWhatDoesNotFillAStep() {
    Shown bench = bench("abcdefgh", 3, 9, Phase.TEST);
    assertThat(bench.layer().itemCount()).isEqualTo(2);
    bench.forward();
    assertThat(bench.top(0)).containsExactly(0, 2, 4, 1, 3, 5);
  }

  @Test
  void numbersTheCharactersOfTheVocabularyByTheirCodePoints() {
    Path vocabulary = file("v.txt", "ä\uD83C\uDF3Bz\na");
    TextOptions options =
        new TextOptions(file("a.txt", "\uD83C\uDF3Ba\näz"), Optional.of(vocabulary), 1, 4);
    Shown bench = Shown.of(options, Phase.TRAIN);
    bench.forward();
    assertThat(bench.top(0)).containsExactly(4, 1, 0, 3);
    assertThat(bench.top(2)).containsExactly(1, 0, 3, 2);
  }

  private String refusal(Path source, int streams, Object... more) {
    var options = options("source", source, "batch_size", streams, "steps", 1);
    options.putAll(options(more));
    return refusal("Text", options);
  }

  @Test
  void refusesATextThatIsTooShort() {
    assertThat(refusal(file("a.txt", "abc"), 3))
        .isEqualTo(
            "'%s' has 3 characters, but 3 streams and the labels need at least 4"
                .formatted(folder.resolve("a.txt")));
    assertThat(refusal(file("a.txt", ""), 1)).contains("has 0 characters", "at least 2");
  }

  @Test
  void refusesACharacterThatTheVocabularyHasNot() {
    Path vocabulary = file("v.txt", "ab");
    assertThat(refusal(file("a.txt", "abc"), 1, "vocabulary", vocabulary))
        .isEqualTo(
            "'%s' has the character 'c' (U+0063), which '%s' has not"
                .formatted(folder.resolve("a.txt"), vocabulary));
  }

  @Test
  void refusesWhatIsNotUtf8() throws IOException {
    Path latin = folder.resolve("latin.txt");
    Files.write(latin, "grün".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(refusal(latin, 1)).isEqualTo("'%s' is not in UTF-8".formatted(latin));
  }

  @Test
  void refusesAFileThatThereIsNot() {
    assertThat(refusal(folder.resolve("none.txt"), 1)).contains("there is no file");
  }
}
