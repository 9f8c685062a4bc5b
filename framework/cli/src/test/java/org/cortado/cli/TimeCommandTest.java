package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCommandTest {

  private static final Percentage ROUNDING = Percentage.withPercentage(1e-6);

  private static final String NET =
      """
      name: small
      layers:
        - {name: in, type: Input, top: [x, label], options: {shape: [[2, 3, 4, 4], [2]]}}
        - {name: conv, type: Convolution, bottom: x, options: {num_output: 4, kernel_size: 3, weight_filler: xavier}}
        - {name: flat, type: Flatten, bottom: conv}
        - {name: ip, type: InnerProduct, bottom: flat, options: {num_output: 5, weight_filler: xavier}}
        - {name: loss, type: SoftmaxWithLoss, bottom: [ip, label]}
      """;

  @TempDir private static Path once;
  private static String earlier = "";

  @TempDir private Path folder;

  private Path net() {
    return TinyNets.write(folder.resolve("net.yaml"), NET);
  }

  /** A result is good for all that is asked of it. */
  @BeforeAll
  static void measureOnce() {
    earlier = time(TinyNets.write(once.resolve("net.yaml"), NET), "--json").out();
  }

  private static JsonNode measured() {
    return new Invocation(ExitCode.GOOD, earlier, "").json();
  }

  private Path earlier() {
    return TinyNets.write(folder.resolve("earlier.json"), earlier);
  }

  private static Invocation time(Object... arguments) {
    Stream<Object> few =
        Stream.of("--iterations", 3, "--warmup", 1, "--backend", "portable", "--threads", 1);
    return Invocation.of(
        Stream.of(Stream.<Object>of("time"), Stream.of(arguments), few)
            .flatMap(part -> part)
            .toArray());
  }

  private static List<JsonNode> layers(JsonNode timing) {
    return StreamSupport.stream(timing.get("layers").spliterator(), false).toList();
  }

  private static JsonNode layer(JsonNode timing, String name) {
    return layers(timing).stream()
        .filter(layer -> layer.get("name").textValue().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static DoubleStream passes(JsonNode timing, String... keys) {
    return layers(timing).stream()
        .flatMap(layer -> Stream.of("forward", "backward").filter(layer::has).map(layer::get))
        .mapToDouble(pass -> number(pass, keys));
  }

  private static double number(JsonNode node, String... keys) {
    JsonNode found = node;
    for (String key : keys) {
      found = found.required(key);
    }
    return found.doubleValue();
  }

  @Test
  void printsARowAPassAndTheSweeps() {
    Invocation time = time(net());
    assertThat(time.code()).isEqualTo(ExitCode.GOOD);
    assertThat(time.err()).isEmpty();
    assertThat(time.out())
        .startsWith("small, train: measured 3 times after 1 to warm up\nportable with 1 threads on")
        .contains("values were made up for x, label\n", "one by one: ", " items/s");
    assertThat(
            time.out().lines().map(line -> line.replaceAll(" {2,}", "|").replaceAll("\\d.*", "")))
        .contains(
            "in|Input|forward|",
            "conv|Convolution|forward|",
            "|backward|",
            "whole sweeps|forward|",
            "|both|");
  }

  /** An item of conv takes 2·2·4·27 multiply-adds, one of ip 16·5. */
  @Test
  void countsTheWork() {
    JsonNode timing = measured();
    JsonNode conv = layer(timing, "conv");
    assertThat(number(conv, "forward", "operations")).isEqualTo(2 * 2 * (4 * 4 * 27));
    assertThat(number(conv, "forward", "bytes")).isEqualTo(4 * (96 + 4 * 27 + 4 + 32));
    assertThat(number(conv, "backward", "operations"))
        .as("x learns nothing")
        .isEqualTo(2 * 2 * 432);
    assertThat(number(conv, "backward", "bytes")).isEqualTo(4 * (32 + 4 * 27 + 4 + 96));
    JsonNode ip = layer(timing, "ip");
    assertThat(number(ip, "forward", "operations")).isEqualTo(2 * 2 * 80);
    assertThat(number(ip, "backward", "operations")).as("two gradients").isEqualTo(2 * 2 * 2 * 80);
    assertThat(number(ip, "backward", "bytes")).isEqualTo(4 * (10 + 32 + 85 + 85 + 32));
    assertThat(number(layer(timing, "flat"), "forward", "bytes")).as("a view").isZero();
    assertThat(number(layer(timing, "in"), "forward", "bytes")).as("nothing to do").isZero();
    assertThat(layer(timing, "in").has("backward")).isFalse();
  }

  @Test
  void addsUp() {
    JsonNode timing = measured();
    assertThat(passes(timing, "operations").sum())
        .isEqualTo(number(timing, "iteration", "operations"))
        .isEqualTo(
            number(timing, "forward", "operations") + number(timing, "backward", "operations"));
    assertThat(passes(timing, "seconds", "median").sum())
        .isCloseTo(number(timing, "sum_of_layers"), ROUNDING);
    assertThat(number(timing, "items_per_second"))
        .isCloseTo(2 / number(timing, "iteration", "seconds", "median"), ROUNDING);
    assertThat(timing.get("iterations").intValue()).isEqualTo(3);
  }

  @Test
  void givesRatesOfTheMedianAndSharesOfTheMeasuredPeak() {
    JsonNode timing = measured();
    JsonNode pass = layer(timing, "ip").get("forward");
    double median = number(pass, "seconds", "median");
    double compute =
        number(pass, "operations") / number(timing, "peak", "operations_per_second") / median;
    double memory = number(pass, "bytes") / number(timing, "peak", "bytes_per_second") / median;
    assertThat(number(pass, "operations_per_second") * median)
        .isCloseTo(number(pass, "operations"), ROUNDING);
    assertThat(number(pass, "bytes_per_second") * median)
        .isCloseTo(number(pass, "bytes"), ROUNDING);
    assertThat(number(pass, "share_of_peak")).isCloseTo(Math.max(compute, memory), ROUNDING);
    assertThat(pass.get("bound").textValue()).isEqualTo(compute > memory ? "compute" : "memory");
  }

  @Test
  void ordersTheTimesOfAPass() {
    JsonNode seconds = measured().get("iteration").get("seconds");
    assertThat(
            Stream.of("least", "lower_quartile", "median", "upper_quartile")
                .map(key -> number(seconds, key)))
        .isSorted()
        .allMatch(each -> each > 0);
  }

  @Test
  void printsTheSlowestFirstIfAsked() {
    List<String> rows = time(net(), "--by", "time").out().lines().toList();
    List<Double> parts =
        rows.stream()
            .filter(row -> row.matches("\\w+ +[A-Z]\\w+ +forward .*"))
            .map(row -> rows.indexOf(row))
            .map(row -> millis(rows.get(row)) + backwardMillis(rows.get(row + 1)))
            .toList();
    assertThat(parts).hasSize(5);
    for (int i = 1; i < parts.size(); i++) {
      assertThat(parts.get(i)).isLessThanOrEqualTo(parts.get(i - 1) + 2e-3);
    }
  }

  private static double millis(String row) {
    return Double.parseDouble(row.replaceAll("^.*ward +\\d+ % +", "").replaceAll(" .*", ""));
  }

  private static double backwardMillis(String row) {
    return row.matches(" +backward .*") ? millis(row) : 0;
  }

  @Test
  void runsForwardAloneInTheTestPhase() {
    JsonNode timing = time(net(), "--phase", "test", "--json").json();
    assertThat(timing.has("backward")).isFalse();
    assertThat(layers(timing)).noneMatch(layer -> layer.has("backward"));
    assertThat(number(timing, "iteration", "operations"))
        .isEqualTo(number(timing, "forward", "operations"));
  }

  @Test
  void feedsRealDataWhereThereAreSome() {
    JsonNode timing = time(TinyNets.solver(folder), "--json").json();
    assertThat(timing.get("made_up_inputs")).isEmpty();
    assertThat(timing.get("items").intValue()).isEqualTo(4);
    assertThat(number(layer(timing, "rows"), "forward", "bytes")).isEqualTo(4 * (8 + 4));
  }

  @Test
  void makesDataUpWhereTheirShapesAreGiven() throws IOException {
    Path net = TinyNets.net(folder);
    Files.delete(folder.resolve("rows.csv"));
    Invocation missing = time(net);
    assertThat(missing.code()).isEqualTo(ExitCode.DATA);
    assertThat(missing.err())
        .contains("rows.csv", "without its data", "--shape x=... --shape label=...");
    Invocation shaped = time(net, "--shape", "x=8x2", "--shape", "label=8", "--json");
    assertThat(shaped.json().get("made_up_inputs").toString()).isEqualTo("[\"x\",\"label\"]");
    assertThat(shaped.json().get("items").intValue()).isEqualTo(8);
    assertThat(layer(shaped.json(), "rows").get("type").textValue()).isEqualTo("Input");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --shape      | x=8x2    | layer 'rows' gives x, label: add --shape label=...
          --shape      | x=8x     | --shape x: '8x' is no shape; 64x1x28x28 would be one
          --shape      | x=-1     | --shape x: '-1' is no shape
          --shape      | lable=8  | --shape: 'lable' is no blob that net 'tiny' begins with; did you mean 'label'?
          --iterations | 0        | --iterations must be at least 1, but is 0
          --warmup     | -1       | --warmup must be at least 0, but is -1
          --compare    | no.json  | --compare: there is no file no.json
          --by         | tiem     | cortado time: Invalid value for option '--by': must be net or time, but is 'tiem'; did you mean 'time'?
          """)
  void refusesWhatMakesNoSense(String option, String value, String message) {
    Invocation time = Invocation.of("time", TinyNets.net(folder), option, value);
    assertThat(time.code()).isEqualTo(ExitCode.USAGE);
    assertThat(time.err()).startsWith(message);
  }

  @Test
  void comparesWithAnEarlierResult() {
    JsonNode before = time(net(), "--json", "--compare", earlier()).json();
    assertThat(before.get("differences")).isEmpty();
    JsonNode pass = layer(before, "ip").get("backward");
    double then = number(pass, "before", "seconds", "median");
    assertThat(number(pass, "before", "relative_change"))
        .isEqualTo(number(pass, "seconds", "median") / then - 1, within(1e-9));
    Invocation text = time(net(), "--compare", earlier());
    assertThat(text.out()).contains("BEFORE", "CHANGE", "* beyond the spread");
    assertThat(text.out()).doesNotContain("not the same");
  }

  @Test
  void saysWhatElseIsDifferentFromTheEarlierResult() {
    Invocation other =
        time(net(), "--compare", earlier(), "--set", "layers.ip.options.num_output=6");
    assertThat(other.out())
        .containsPattern("not the same as before: operations: \\d+ before; \\d+ now\n");
  }

  @Test
  void refusesAnEarlierResultOfAnotherVerb() {
    Path summary =
        TinyNets.write(
            folder.resolve("summary.json"), Invocation.of("summary", net(), "--json").out());
    Invocation time = time(net(), "--compare", summary);
    assertThat(time.code()).isEqualTo(ExitCode.USAGE);
    assertThat(time.err()).contains("summary.json holds no result of 'time --json'", "'peak'");
  }
}
