package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestkitCommandTest {

  @TempDir private static Path folder;

  private static Path jar = Path.of("");

  @BeforeAll
  static void makeJar() throws IOException {
    try (InputStream source =
        Objects.requireNonNull(
            TestkitCommandTest.class.getResourceAsStream("StrangeLayers.java.txt"))) {
      String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
      jar =
          new JarFiles()
              .service("StrangeLayers")
              .classes(CompiledClasses.ofTexts(folder, text), "")
              .write(folder.resolve("stranger.jar"));
    }
  }

  private static Invocation proved(Object... arguments) {
    return Invocation.of(arguments);
  }

  @Test
  void provesABuiltInLayerOnTheCaseGiven() {
    Invocation proof =
        proved("testkit", "MulConstant", "--option", "constant=-2", "--bottom", "2x3");
    assertThat(proof.code()).isEqualTo(ExitCode.GOOD);
    assertThat(proof.out())
        .startsWith("MulConstant of ")
        .contains(", on portable")
        .contains(
            """
              cases
                MulConstant {constant=-2} [2x3]
                MulConstant {constant=-2} [2x3] in phase test
              clauses
                kept           explains itself
            """)
        .contains("    kept           gradients agree with differences\n")
        .contains("    doesn't apply  saved parameters are all: it has no parameters\n")
        .contains(" 0 broken, ");
  }

  @Test
  void provesEveryLayerOfAJar() {
    Invocation proof =
        proved("testkit", "--all", "--plugins", jar, "--backend", "portable", "--json");
    assertThat(proof.code()).isEqualTo(ExitCode.NUMBERS);
    JsonNode layers = proof.json().get("layers");
    assertThat(layers).hasSize(2);
    assertThat(proof.json().get("passed").booleanValue()).isFalse();
    assertThat(layers.get(0).get("type").textValue()).isEqualTo("acme:Clumsy");
    assertThat(layers.get(0).get("from").textValue()).isEqualTo("stranger.jar");
    assertThat(layers.get(0).get("passed").booleanValue()).isFalse();
    assertThat(layers.get(1).get("type").textValue()).isEqualTo("acme:Negative");
    assertThat(layers.get(1).get("passed").booleanValue()).isTrue();
    JsonNode gradients = clause(layers.get(0), "gradients agree with differences");
    assertThat(gradients.get("verdict").textValue()).isEqualTo("broken");
    assertThat(gradients.get("advice").textValue()).isNotBlank();
    assertThat(gradients.get("breaches").get(0).get("found").textValue())
        .startsWith("it throws java.lang.UnsupportedOperationException: not yet, at")
        .contains("StrangeLayers$Clumsy.backward(StrangeLayers.java:");
  }

  private static JsonNode clause(JsonNode layer, String name) {
    for (JsonNode clause : layer.get("clauses")) {
      if (clause.get("clause").textValue().equals(name)) {
        return clause;
      }
    }
    throw new AssertionError("no clause '" + name + "' in " + layer);
  }

  @Test
  void saysForPeopleWhatIsBrokenAndWhereToLook() {
    Invocation proof =
        proved(
            "testkit", "acme:Clumsy", "--plugins", jar, "--bottom", "2x3", "--backend", "portable");
    assertThat(proof.code()).isEqualTo(ExitCode.NUMBERS);
    assertThat(proof.out())
        .startsWith("acme:Clumsy of stranger.jar, on portable\n")
        .contains(
            """
                BROKEN         gradients agree with differences
            """)
        .contains("by the same as 'shapes follow from shapes alone'")
        .contains("      look: ")
        .endsWith(
            "framework/docs/proving-a-layer.md says of each clause what it means and how it is"
                + " mended\n");
  }

  @ParameterizedTest
  @CsvSource({
    "2, unknown layer type 'Relu'; did you mean 'ReLU'?, Relu",
    "3, options of ReLU: unknown option 'slope', ReLU --option slope=1",
    "2, '--bottom: ReLU takes 1, but is given 2', ReLU --bottom 2 --bottom 3",
    "2, '--bottom: ''2xx'' is no shape', ReLU --bottom 2xx",
    "2, '--option, --bottom and --tops are for one layer type', ReLU ELU --tops 1",
    "2, name the layer types to prove, ''",
    "2, --all: there are no layers of plug-ins, --all",
    "2, --limit must be at least 1, ReLU --limit 0"
  })
  void saysWhatIsWrongWithTheCommand(int code, String words, String arguments) {
    Invocation proof = proved((Object[]) ("testkit " + arguments).trim().split(" "));
    assertThat(proof.code()).isEqualTo(code);
    assertThat(proof.err()).contains(words);
  }

  @Test
  void saysOfALayerThatIsRefusedEverythingWhatItWants() {
    Invocation proof = proved("testkit", "Csv", "--backend", "portable");
    assertThat(proof.code()).isEqualTo(ExitCode.DEFINITION);
    assertThat(proof.out())
        .contains("none: every one that was tried is refused, the last with: options of Csv: file")
        .contains("say with --option and --bottom what the layer takes");
  }

  @Test
  void blamesAPluginThatDoesNotLoadForAMissingType() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
    Invocation named = proved("testkit", "acme:Gone", "--plugins", broken);
    assertThat(named.code()).isEqualTo(ExitCode.PLUGIN);
    assertThat(named.err())
        .contains("broken.jar")
        .contains("unknown layer type 'acme:Gone'; not loaded: ");
    Invocation all = proved("testkit", "--all", "--plugins", broken);
    assertThat(all.code()).isEqualTo(ExitCode.PLUGIN);
  }

  @Test
  void showsOnATerminalHowItGoes() {
    StringWriter err = new StringWriter();
    Surroundings terminal =
        new Surroundings(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            Map.of(),
            Optional.empty(),
            OptionalInt.of(40));
    Cortado.run(terminal, "testkit", "Csv", "--backend", "portable");
    assertThat(err.toString()).contains("\rCsv: which cases it takes").endsWith("\r");
  }
}
