package org.cortado.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cortado.api.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

  @TempDir Path folder;

  /** The example of FIPS 180-2. */
  @Test
  void hashesJars() throws IOException {
    Path jar = Files.writeString(folder.resolve("acme.jar"), "abc");
    assertThat(Manifest.Jar.of(jar))
        .isEqualTo(
            new Manifest.Jar(
                jar.toString(),
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }

  @Test
  void namesAJarThatCanNotBeRead() {
    Path jar = folder.resolve("none.jar");
    assertThatThrownBy(() -> Manifest.Jar.of(jar))
        .isInstanceOf(DataException.class)
        .hasMessage("can't read the plug-in " + jar);
  }
}
