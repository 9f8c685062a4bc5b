package org.cortado.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir Path folder;

  @Test
  void replacesTheOldFile() throws IOException {
    AtomicFile.write(file(), channel -> put(channel, 1, 2, 3));
    AtomicFile.write(file(), channel -> put(channel, 4));
    assertThat(Files.readAllBytes(file())).containsExactly(4);
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void showsNothingBeforeAllIsWritten() {
    AtomicFile.write(
        file(),
        channel -> {
          put(channel, 1);
          assertThat(file()).doesNotExist();
        });
    assertThat(file()).exists();
  }

  @Test
  void keepsTheOldFileAndNothingElseWhenWritingFails() throws IOException {
    AtomicFile.write(file(), channel -> put(channel, 1));
    assertThatThrownBy(() -> AtomicFile.write(file(), AtomicFileTest::runFull))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("can't write " + file() + ": No space left on device");
    assertThat(Files.readAllBytes(file())).containsExactly(1);
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void cleansUpAfterAFaultOfItsCaller() {
    assertThatThrownBy(() -> AtomicFile.write(file(), AtomicFileTest::fail))
        .isInstanceOf(IllegalStateException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void namesAFolderThatIsMissing() {
    Path lost = folder.resolve("none").resolve("file");
    assertThatThrownBy(() -> AtomicFile.write(lost, channel -> put(channel, 1)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("can't write " + lost + ": there is no such file or folder");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void givesTheFileTheRightsOfAnyOther() throws IOException {
    AtomicFile.write(file(), channel -> put(channel, 1));
    Path other = Files.write(folder.resolve("other"), new byte[1]);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(other)));
  }

  private Path file() {
    return folder.resolve("file");
  }

  private static void runFull(FileChannel channel) throws IOException {
    put(channel, 2);
    throw new IOException("No space left on device");
  }

  private static void fail(FileChannel channel) {
    throw new IllegalStateException("a fault");
  }

  private static void put(FileChannel channel, int... bytes) throws IOException {
    for (int value : bytes) {
      channel.write(ByteBuffer.wrap(new byte[] {(byte) value}));
    }
  }
}
