package org.cortado.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CortadoTest {

  @TempDir private Path folder;

  /** A logger that some later test makes shall be as quiet as ever. */
  @AfterEach
  void forgetTheLevelOfLoggers() {
    System.clearProperty(CortadoCommand.LOG_LEVEL);
  }

  @Test
  void printsHelpWithoutAVerb() {
    Invocation nothing = Invocation.of();
    assertThat(nothing.code()).isEqualTo(ExitCode.GOOD);
    assertThat(nothing.out()).contains("Usage: cortado", "Exit codes:", "130 ", "CORTADO_PLUGINS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train",
        "test",
        "run",
        "check",
        "plan",
        "layers",
        "describe",
        "gradcheck",
        "time"
      })
  void everyVerbExplainsItself(String verb) {
    Invocation help = Invocation.of(verb, "--help");
    assertThat(help.code()).isEqualTo(ExitCode.GOOD);
    assertThat(help.out()).startsWith("Usage: cortado " + verb).contains("--debug", "--version");
  }

  @Test
  void saysItsVersion() {
    assertThat(Invocation.of("--version").out()).startsWith("cortado ");
    assertThat(Invocation.of("train", "--version").out()).startsWith("cortado ");
  }

  @Test
  void guessesWhatAnUnknownVerbWasMeantToBe() {
    Invocation unknown = Invocation.of("trian");
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err())
        .startsWith("cortado: there is no verb 'trian'; did you mean 'train'?\n")
        .doesNotContain("Usage:");
  }

  @Test
  void refusesAnUnknownOption() {
    Invocation unknown = Invocation.of("check", "x.yaml", "--jsn");
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("--jsn", "--json", "'cortado check --help'");
  }

  @Test
  void namesTheLayerThatThrows() {
    Invocation run = Invocation.of("run", failing("test:Throwing"));
    assertThat(run.code()).isEqualTo(ExitCode.PLUGIN);
    assertThat(run.err())
        .startsWith("layer 'fails' (test:Throwing): forward failed")
        .contains("out of luck")
        .hasLineCount(1);
  }

  @Test
  void showsWhereAFaultComesFromWhenAsked() {
    Invocation run = Invocation.of("run", failing("test:Throwing"), "--debug");
    assertThat(run.err()).contains("\tat org.cortado.cli.BrokenLayers$Throwing.forward");
  }

  @Test
  void blamesThePluginForAMissingClass() {
    Invocation run = Invocation.of("run", failing("test:Unlinked"));
    assertThat(run.code()).isEqualTo(ExitCode.PLUGIN);
    assertThat(run.err()).contains("com/acme/Gone").hasLineCount(1);
  }

  private Path failing(String type) {
    return TinyNets.write(
        folder.resolve("failing.yaml"),
        """
        layers:
          - {name: x, type: DummyData, options: {shape: [2]}}
          - {name: fails, type: "%s", bottom: x}
        """
            .formatted(type));
  }
}
