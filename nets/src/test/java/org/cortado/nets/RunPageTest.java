package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the pages of runs in a browser, where the machine has one. */
class RunPageTest {

  private static final int DESK = 1280;
  private static final int PHONE = 390;
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)*");
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path folder;
  private static Path lenet;
  private Browser browser;

  @BeforeAll
  static void trainLeNet() {
    lenet = folder.resolve("lenet");
    Command.train(
        NetFiles.file("fashion-mnist/lenet-solver.yaml"),
        lenet,
        "--set",
        "max_iter=60",
        "--set",
        "display=10",
        "--set",
        "test.interval=30");
  }

  @BeforeEach
  void findBrowser() {
    Optional<Browser> found = Browser.find(folder);
    assumeTrue(found.isPresent(), "this machine has no Chromium and no Chrome to open pages with");
    browser = found.orElseThrow();
  }

  private Browser.Visit visit(Path page, int width) throws IOException, InterruptedException {
    Browser.Visit visit = browser.open(page, width);
    assertThat(visit.console()).isEmpty();
    return visit;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static List<Integer> counts(JsonNode list) {
    List<Integer> counts = new ArrayList<>();
    list.forEach(each -> counts.add(each.asInt()));
    return counts;
  }

  @Test
  void drawsEveryChartAndPictureOfLeNet() throws Exception {
    JsonNode page = visit(lenet.resolve("report.html"), DESK).found();
    assertThat(counts(page.get("charts"))).hasSize(8).allMatch(paths -> paths > 3);
    assertThat(texts(page.get("labels"))).allMatch(label -> label.startsWith("Line chart, "));
    assertThat(counts(page.get("images"))).hasSize(20 + 24).allMatch(width -> width >= 56);
    assertThat(texts(page.get("headings")))
        .containsExactly(
            "Progress",
            "Parameters",
            "Activations",
            "First filters",
            "Classes",
            "Surest mistakes",
            "What it was done with");
  }

  @Test
  void showsNoNumberButThoseOfTheRecord() throws Exception {
    JsonNode page = visit(lenet.resolve("report.html"), DESK).found();
    Set<Double> measured = new HashSet<>();
    for (String line : Files.readAllLines(lenet.resolve("metrics.jsonl"))) {
      collect(JSON.readTree(line), measured);
    }
    collect(JSON.readTree(lenet.resolve("manifest.json").toFile()), measured);
    assertThat(texts(page.get("numbers")))
        .hasSizeGreaterThan(200)
        .allSatisfy(shown -> assertThat(measured).contains(Double.valueOf(shown)));
  }

  private static void collect(JsonNode node, Set<Double> numbers) {
    if (node.isNumber()) {
      numbers.add(node.doubleValue());
    }
    node.forEach(each -> collect(each, numbers));
  }

  @Test
  void writesNumbersIntoItsWordsOnlyAsTheRecordHasThem() throws Exception {
    JsonNode page = visit(lenet.resolve("report.html"), DESK).found();
    String record =
        Files.readString(lenet.resolve("metrics.jsonl"))
            + Files.readString(lenet.resolve("manifest.json"))
            + Files.readString(lenet.resolve("net.yaml"))
            + lenet;
    assertThat(texts(page.get("bare")).stream().flatMap(words -> NUMBER.matcher(words).results()))
        .isNotEmpty()
        .extracting(MatchResult::group)
        .allSatisfy(number -> assertThat(record).contains(number));
  }

  @Test
  void holdsTheMetricsAsTheyWereMeasured() throws Exception {
    String page = Files.readString(lenet.resolve("report.html"));
    int start = page.indexOf("id=\"data\">") + "id=\"data\">".length();
    JsonNode data = JSON.readTree(page.substring(start, page.indexOf("</script>", start)));
    Set<JsonNode> shown = new HashSet<>();
    data.get("metrics").forEach(phase -> phase.forEach(shown::add));
    Set<JsonNode> measured = new HashSet<>();
    for (String line : Files.readAllLines(lenet.resolve("metrics.jsonl"))) {
      measured.add(JSON.readTree(line));
    }
    assertThat(shown).isEqualTo(measured);
  }

  @Test
  void isNoWiderThanAPhone() throws Exception {
    JsonNode page = visit(lenet.resolve("report.html"), PHONE).found();
    assertThat(page.get("overflow").intValue()).isNotPositive();
    assertThat(counts(page.get("charts"))).allMatch(paths -> paths > 3);
  }

  @Test
  void comparesRuns() throws Exception {
    Path other = folder.resolve("other");
    Command.train(
        NetFiles.file("fashion-mnist/lenet-solver.yaml"),
        other,
        "--set",
        "max_iter=10",
        "--set",
        "base_lr=0.0375",
        "--set",
        "net.layers.ip1.options.num_output=77");
    Path page = folder.resolve("plot.html");
    Command.run("plot", lenet.toString(), other.toString(), "--out", page.toString()).endsWith(0);
    JsonNode found = visit(page, DESK).found();
    assertThat(counts(found.get("charts"))).hasSize(4).allMatch(paths -> paths > 2);
    assertThat(found.get("text").textValue())
        .contains("base_lr0.020.0375")
        .contains("layers.ip1.options.num_output50077")
        .doesNotContain("conv1");
  }

  @Test
  void showsARunThatWasKilledAndSaysWhatIsMissing() throws Exception {
    Path killed = Files.createDirectory(folder.resolve("killed"));
    Files.writeString(
        killed.resolve("metrics.jsonl"),
        """
        {"iteration":10,"phase":"train","loss":2.25,"learning_rate":0.5}
        {"iteration":20,"phase":"train","lo\
        """);
    Command.run("report", killed.toString()).endsWith(0);
    JsonNode found = visit(killed.resolve("report.html"), DESK).found();
    assertThat(found.get("text").textValue())
        .contains("not finished", "isn’t whole", "The manifest is missing", "asks for no tests")
        .contains("Norms of parameters weren’t recorded", "Net: the definition is missing");
    assertThat(texts(found.get("numbers"))).contains("2.25", "10").doesNotContain("20");
  }

  @Test
  void showsWarningsFirstAndPartsOfTheManifestByTheirNames() throws Exception {
    Path warned = Files.createDirectory(folder.resolve("warned"));
    Files.writeString(
        warned.resolve("metrics.jsonl"),
        """
        {"iteration":5,"phase":"warning","text":"half of the units are dead"}
        {"iteration":5,"phase":"warning","text":"all weights of <b>ip</b> are equal"}
        {"iteration":10,"phase":"train","loss":2.25,"learning_rate":0.5}
        """);
    Files.writeString(
        warned.resolve("manifest.json"),
        """
        {"run": {"base_seed": 7, "settings": ["a=1", "b=2"]}, "ended": [],
         "files": [{"file": "rows.csv", "bytes": 9}, {"file": "more.csv", "bytes": 8}]}
        """);
    Command.run("report", warned.toString()).endsWith(0);
    JsonNode found = visit(warned.resolve("report.html"), DESK).found();
    assertThat(texts(found.get("headings"))).startsWith("Warnings", "Progress");
    assertThat(found.get("text").textValue())
        .contains("iteration 5: half of the units are dead")
        .contains("iteration 5: all weights of <b>ip</b> are equal")
        .contains("run, base seed7", "run, settingsa=1, b=2", "endednone")
        .contains("filesfile rows.csv, bytes 9; file more.csv, bytes 8");
  }

  @Test
  void takesNamesForWordsWhateverTheyAre() throws Exception {
    String name = "</script><script>console.error('cheated')</script><img src=x>";
    Files.writeString(folder.resolve("rows.csv"), "1,0,0\n2,0.5,0\n-1,0,1\n-2,1,1\n");
    Files.writeString(
        folder.resolve("hostile.yaml"),
        """
        name: "<!--<script>&lt;"
        layers:
          - {name: rows, type: Csv, top: [x, label], options: {file: rows.csv, batch_size: 2}}
          - {name: "%s", type: InnerProduct, bottom: x, top: scores, options: {num_output: 2}}
          - {name: loss, type: SoftmaxWithLoss, bottom: [scores, label]}
        """
            .formatted(name));
    Path solver =
        Files.writeString(
            folder.resolve("hostile-solver.yaml"),
            "net: hostile.yaml\nbase_lr: 0.1\nmax_iter: 4\ndisplay: 2\ntest: {interval: 2}\n");
    Path run = folder.resolve("hostile");
    Command.train(solver, run);
    JsonNode found = visit(run.resolve("report.html"), DESK).found();
    assertThat(found.get("text").textValue()).contains(name + ".0").contains("<!--<script>&lt;");
    assertThat(found.get("scripts")).isEqualTo(JSON.valueToTree(5));
    assertThat(counts(found.get("images"))).isEmpty();
  }

  /** What else would it mean that nothing is written there? */
  @Test
  void seesWhatIsWrittenToTheConsole() throws Exception {
    Path page = folder.resolve("faulty.html");
    Files.writeString(page, "<main></main><script>console.error('oh')</script></body>");
    assertThat(browser.open(page, DESK).console()).hasSize(1);
  }
}
