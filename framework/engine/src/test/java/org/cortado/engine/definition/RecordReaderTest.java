package org.cortado.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortado.api.blob.Shape;
import org.cortado.api.filler.ConstantFiller;
import org.cortado.api.filler.Filler;
import org.cortado.api.filler.GaussianFiller;
import org.cortado.api.filler.VarianceNorm;
import org.cortado.api.filler.XavierFiller;
import org.cortado.api.option.Default;
import org.cortado.api.option.Range;
import org.cortado.engine.definition.elsewhere.Hidden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordReaderTest {

  private record Everything(
      List<Float> factors,
      List<List<Integer>> table,
      List<Sample.Inner> inner,
      List<Filler> fillers,
      Optional<List<String>> words,
      Optional<Filler> filler) {}

  private record Real(float value) {}

  private record Text(String value) {}

  private record Shapes(List<Shape> shape) {}

  record Faulty(String text) {
    Faulty {
      if (text.length() > 1) {
        throw new UnsupportedOperationException("no");
      }
    }
  }

  private record Nested(@Default("{interval: 5}") Sample.Inner inner) {}

  @Test
  void takesTheDefaultsOfWhatIsLeftOut() {
    assertThat(read("count: 3", Sample.class))
        .isEqualTo(
            new Sample(
                3,
                7,
                0.01f,
                0.5,
                true,
                "none",
                Sample.Pool.MAX,
                Path.of("folder/data.gz"),
                Shape.of(1, 2),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new XavierFiller(VarianceNorm.FAN_IN)));
  }

  @Test
  void readsEveryKindOfValue() {
    String yaml =
        """
        count: 0x10
        total: 9223372036854775807
        base_rate: 1e-3
        ratio: .25
        bias: false
        label: 12
        pool: fan_in
        source: /absolute/file
        shape: 10
        sizes: 5
        limit: -1
        inner: {interval: 500}
        filler: {type: gaussian, std: 2}
        """;
    assertThat(read(yaml, Sample.class))
        .isEqualTo(
            new Sample(
                16,
                Long.MAX_VALUE,
                0.001f,
                0.25,
                false,
                "12",
                Sample.Pool.FAN_IN,
                Path.of("/absolute/file"),
                Shape.of(10),
                List.of(5),
                Optional.of(-1),
                Optional.of(new Sample.Inner(500)),
                new GaussianFiller(0, 2, -1)));
  }

  @Test
  void tellsOneShapeFromSeveral() {
    assertThat(read("shape: [2, 3]", Shapes.class)).isEqualTo(shapes(Shape.of(2, 3)));
    assertThat(read("shape: [[2, 3], 4]", Shapes.class))
        .isEqualTo(shapes(Shape.of(2, 3), Shape.of(4)));
    assertThat(read("shape: []", Shapes.class)).isEqualTo(shapes(Shape.of()));
    assertThat(read("shape: 5", Shapes.class)).isEqualTo(shapes(Shape.of(5)));
  }

  private static Shapes shapes(Shape... shapes) {
    return new Shapes(List.of(shapes));
  }

  @Test
  void readsListsOfEverything() {
    String yaml =
        """
        factors: [1, 2.5]
        table: [[1, 2], 3]
        inner: {interval: 1}
        fillers: [constant, {type: constant, value: 2}]
        words: [a, true]
        filler: constant
        """;
    assertThat(read(yaml, Everything.class))
        .isEqualTo(
            new Everything(
                List.of(1f, 2.5f),
                List.of(List.of(1, 2), List.of(3)),
                List.of(new Sample.Inner(1)),
                List.of(new ConstantFiller(0), new ConstantFiller(2)),
                Optional.of(List.of("a", "true")),
                Optional.of(new ConstantFiller(0))));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "-0, 0", "+1.5, 1.5", "0o17, 15", "0xfF, 255", "3., 3", "1E+2, 100"})
  void readsNumbersAsYamlWritesThem(String text, float number) {
    assertThat(read("value: " + text, Real.class).value()).isEqualTo(number);
  }

  @Test
  void readsTheGreatestFloat() {
    assertThat(read("value: 3.4028235e38", Real.class).value()).isEqualTo(Float.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"1", "true", "1e3", "plain words", "yes"})
  void takesAnyValueForText(String text) {
    assertThat(read("value: " + text, Text.class).value()).isEqualTo(text);
  }

  @Test
  void takesTextInQuotesAsItIs() {
    assertThat(read("value: 'null'", Text.class).value()).isEqualTo("null");
    assertThat(read("value: ''", Text.class).value()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                     | []",
        "{shape: []}            | [[]]",
        "{shape: 5}             | [[5]]",
        "{shape: [2, 3]}        | [[2x3]]",
        "{shape: [[2, 3], [4]]} | [[2x3], [4]]",
        "{shape: [[2], 4]}      | [[2], [4]]",
      })
  void tellsOneShapeFromSeveralAndFromNone(String yaml, String shapes) {
    assertThat(read(yaml, Shapes.class).shape()).hasToString(shapes);
  }

  @Test
  void addsTheDefaultsToAMap() {
    MapNode map = map("{count: 3, inner: {interval: 2}, sizes: 4, filler: gaussian}");
    assertThat(new ExpandedYaml().write(reader().expand(map, Sample.class)))
        .isEqualTo(
            """
            count: 3
            inner:
              interval: 2
            sizes: 4
            filler:
              type: gaussian
              mean: 0
              std: 1
              sparse: -1
            total: 7
            base_rate: 0.01
            ratio: 0.5
            bias: true
            label: none
            pool: max
            source: data.gz
            shape:
              - 1
              - 2
            """);
  }

  @Test
  void readsTheSameOfAMapWithItsDefaults() {
    MapNode map = map("{count: 3}");
    Problems problems = new Problems();
    MapNode expanded = reader().expand(map, Sample.class);
    assertThat(reader().read(expanded, Sample.class, "", problems))
        .isEqualTo(reader().read(map, Sample.class, "", problems))
        .isPresent();
  }

  @Test
  void readsADefaultRecord() {
    assertThat(read("{}", Nested.class).inner()).isEqualTo(new Sample.Inner(5));
  }

  @Test
  void makesRecordsThatOthersCannotSee() {
    assertThat(read("factor: 3", Hidden.options())).hasToString("Options[factor=3]");
  }

  @Test
  void readsTheFillerOfAParameter() {
    Problems problems = new Problems();
    Node node =
        new YamlReader().readText("{type: constant, value: 3}", "f", problems).orElseThrow();
    assertThat(reader().readVariant(node, Filler.class, "params.filler", "", problems))
        .contains(new ConstantFiller(3));
  }

  @Test
  void namesTheKeyOfAFillerThatIsWrong() {
    Problems problems = new Problems();
    Node node = new YamlReader().readText("{type: constant, valu: 3}", "f", problems).orElseThrow();
    reader().readVariant(node, Filler.class, "params.filler", "layer 'a' (T): ", problems);
    assertThat(problems.sorted())
        .hasToString(
            "[f:1:18: layer 'a' (T): unknown option 'params.filler.valu'; did you mean"
                + " 'params.filler.value'?]");
  }

  @Test
  void blamesTheRecordForAWrongDefault() {
    record Wrong(@Default("0") @Range(min = 1) int count) {}
    assertThatThrownBy(() -> read("{}", Wrong.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("count must be at least 1, but is 0");
  }

  @Test
  void blamesTheRecordForATypeThatNoOptionHas() {
    record Wrong(Map<String, String> map) {}
    assertThatThrownBy(() -> read("{}", Wrong.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("map");
  }

  @Test
  void saysWhereNothingIsOfferedToChooseAmong() {
    record Chosen(Runnable task) {}
    Problems problems = new Problems();
    assertThat(reader().read(map("task: now"), Chosen.class, "", problems)).isEmpty();
    assertThat(problems.sorted())
        .singleElement()
        .hasToString("f:1:7: task names 'now', but no plug-in at hand offers a runnable");
  }

  @Test
  void passesOnWhatAConstructorThrowsByMistake() {
    assertThatThrownBy(() -> read("text: long", Faulty.class))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("no");
  }

  private static RecordReader reader() {
    return new RecordReader(Sample.variants(), Path.of("folder"));
  }

  private static <T extends Record> T read(String yaml, Class<T> type) {
    Problems problems = new Problems();
    Optional<T> record = reader().read(map(yaml), type, "", problems);
    assertThat(problems.sorted()).isEmpty();
    return record.orElseThrow();
  }

  private static MapNode map(String yaml) {
    return (MapNode) new YamlReader().readText(yaml, "f", new Problems()).orElseThrow();
  }
}
