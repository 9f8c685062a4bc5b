package org.cortado.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the pages of {@code lr} and {@code find-lr} in a browser, where the machine has one. */
class RatePagesTest {

  private static final int DESK = 1280;
  private static final int PHONE = 390;
  private static final String SOLVER = NetFiles.file("iris/softmax-solver.yaml").toString();

  @TempDir private Path folder;
  private Browser browser;
  private Path page = Path.of("");

  @BeforeEach
  void findBrowser() {
    Optional<Browser> found = Browser.find(folder);
    assumeTrue(found.isPresent(), "this machine has no Chromium and no Chrome to open pages with");
    browser = found.orElseThrow();
    page = folder.resolve("rates.html");
  }

  private JsonNode visit(int width) throws Exception {
    Browser.Visit visit = browser.open(page, width);
    assertThat(visit.console()).isEmpty();
    assertThat(visit.found().get("overflow").intValue()).isNotPositive();
    assertThat(visit.found().get("charts")).hasSize(1);
    assertThat(visit.found().get("charts").get(0).intValue()).isGreaterThan(3);
    return visit.found();
  }

  private static List<Double> numbers(JsonNode found) {
    List<Double> numbers = new ArrayList<>();
    found.get("numbers").forEach(number -> numbers.add(Double.valueOf(number.asText())));
    return numbers;
  }

  private static List<Double> numbersOf(JsonNode json) {
    List<Double> numbers = new ArrayList<>();
    if (json.isNumber()) {
      numbers.add(json.doubleValue());
    }
    json.forEach(inner -> numbers.addAll(numbersOf(inner)));
    return numbers;
  }

  @Test
  void drawsASchedule() throws Exception {
    String plateau = "lr_policy={type: warmup, iterations: 10, then: {type: plateau}}";
    JsonNode said =
        Command.run("lr", SOLVER, "--set", plateau, "--json", "--plot", page.toString())
            .endsWith(0)
            .json();
    JsonNode found = visit(DESK);
    assertThat(found.get("labels").get(0).textValue())
        .isEqualTo("Line chart, Learning rate by iteration: learning rate from 0 to 0.05");
    assertThat(numbers(found)).containsAll(numbersOf(said)).contains(10.0, 0.05);
    assertThat(found.get("text").textValue()).contains("depends on test.loss");
    visit(PHONE);
  }

  @Test
  void drawsARangeTest() throws Exception {
    JsonNode said =
        Command.run("find-lr", SOLVER, "--json", "--plot", page.toString()).endsWith(0).json();
    JsonNode found = visit(DESK);
    assertThat(found.get("labels").get(0).textValue())
        .startsWith("Line chart, Loss by learning rate: smoothed from ")
        .contains("; of each batch from ");
    assertThat(numbers(found))
        .containsAll(numbersOf(said.get("points")))
        .containsAll(numbersOf(said.get("suggestion")));
    assertThat(found.get("text").textValue()).contains("Try base_lr ");
    visit(PHONE);
  }

  @Test
  void drawsARangeTestWithoutASuggestion() throws Exception {
    JsonNode said =
        Command.run(
                "find-lr",
                SOLVER,
                "--from",
                "1e3",
                "--to",
                "1e9",
                "--json",
                "--plot",
                page.toString())
            .endsWith(0)
            .json();
    assertThat(said.has("suggestion")).isFalse();
    assertThat(visit(DESK).get("text").textValue()).contains("the loss never fell");
  }
}
