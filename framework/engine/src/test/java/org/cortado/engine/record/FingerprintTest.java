package org.cortado.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cortado.api.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

  /** The example of FIPS 180-2. */
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("rows.csv"), text);
  }

  @Test
  void hashesFiles() throws IOException {
    Path file = file("abc");
    assertThat(Fingerprint.of(file)).isEqualTo(new Fingerprint(file.toString(), 3, OF_ABC, true));
  }

  @Test
  void hashesTheEndsOfLongFiles() throws IOException {
    assertThat(Fingerprint.of(file("ab-long-c"), 5, 1).named("f"))
        .isEqualTo(new Fingerprint("f", 9, Fingerprint.of(file("ac")).sha256(), false));
  }

  @Test
  void seesAChangeAtEitherEndAndOfTheSize() throws IOException {
    Fingerprint first = Fingerprint.of(file("0123456789"), 5, 2);
    assertThat(first.sameContent(Fingerprint.of(file("01-3-5-789"), 5, 2))).isTrue();
    assertThat(first.sameContent(Fingerprint.of(file("0-23456789"), 5, 2))).isFalse();
    assertThat(first.sameContent(Fingerprint.of(file("01234567-9"), 5, 2))).isFalse();
    assertThat(first.sameContent(Fingerprint.of(file("01234556789"), 5, 2))).isFalse();
  }

  @Test
  void namesAFileThatCanNotBeRead() {
    Path none = folder.resolve("none.csv");
    assertThatThrownBy(() -> Fingerprint.of(none))
        .isInstanceOf(DataException.class)
        .hasMessage("can't read '" + none + "': there is no such file or folder");
  }
}
