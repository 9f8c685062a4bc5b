package org.cortado.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cortado.api.DataException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("manifest.json");
  }

  @Test
  void readsWhatItWrote() {
    Manifest manifest =
        Manifests.PLAIN
            .with(Manifests.ending(3, true))
            .with(
                new Resumption(
                    "2026-11-21T12:00:00Z",
                    3,
                    List.of("max_iter=9"),
                    List.of("the seed was 1 and is 2")))
            .with(Manifests.ending(9, false));
    manifest.write(file);
    assertThat(Manifest.read(file)).isEqualTo(manifest);
  }

  @Test
  void itsResultIsItsLastEnd() {
    assertThat(Manifests.PLAIN.result()).isEmpty();
    Ending last = Manifests.ending(9, false);
    assertThat(Manifests.PLAIN.with(Manifests.ending(3, true)).with(last).result()).contains(last);
  }

  @Test
  void takesWhatLaterVersionsAdd() throws IOException {
    Manifests.PLAIN.write(file);
    Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{\"weather\": \"fine\","));
    assertThat(Manifest.read(file)).isEqualTo(Manifests.PLAIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"threads\"|\"thread\"|'run.threads' is missing or not what it must be at line",
        "\"threads\" : 2|\"threads\" : \"two\"|'run.threads' is missing or not what it must be at"
            + " line 7, column 17",
        "\"rows.csv\"|null|'files.0.file' is missing or not what it must be at line",
        "\"machine\" : {|\"machine\" {|it isn't JSON at line",
      })
  void saysWhatIsDamaged(String was, String is, String message) throws IOException {
    Manifests.PLAIN.write(file);
    Files.writeString(file, Files.readString(file).replace(was, is));
    assertThatThrownBy(() -> Manifest.read(file))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("'" + file + "' is damaged, or no manifest of a run: " + message);
  }

  @Test
  void saysThatAFileIsEmptyOrMissing() throws IOException {
    assertThatThrownBy(() -> Manifest.read(file))
        .isInstanceOf(DataException.class)
        .hasMessage("can't read '" + file + "': there is no such file or folder");
    Files.writeString(file, "");
    assertThatThrownBy(() -> Manifest.read(file)).isInstanceOf(DataException.class);
  }

  @Test
  void namesTheProcessor() throws IOException {
    Path list =
        Files.writeString(folder.resolve("cpuinfo"), "processor\t: 0\nmodel name\t: Xeon 5\n");
    assertThat(Machine.processor(list)).isEqualTo("Xeon 5");
    assertThat(Machine.processor(folder.resolve("none"))).isEqualTo(System.getProperty("os.arch"));
  }
}
