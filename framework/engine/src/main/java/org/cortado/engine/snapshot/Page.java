package org.cortado.engine.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cortado.engine.format.Checksum;

/**
 * The page of a snapshot: JSON, and a last line that ends it with the checksum of all before.
 *
 * @param format which layout of snapshots it is, for those who will read it when there are others
 * @param iteration after how many iterations
 * @param files that belong to it
 * @param state what a training remembers beside tensors
 */
record Page(int format, long iteration, List<Part> files, JsonNode state) {

  static final int FORMAT = 1;

  private static final String END = "\nend of snapshot, sha256 ";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  Page {
    files = List.copyOf(files);
  }

  /** A file with what tells whether it is still the one that was written. */
  record Part(String name, long bytes, String sha256) {

    static Part of(Path file) throws IOException {
      return new Part(String.valueOf(file.getFileName()), Files.size(file), Checksum.of(file));
    }

    /**
     * Checks the file in a folder.
     *
     * @throws SnapshotException if it isn't what was written
     */
    void check(Path folder) {
      Path file = folder.resolve(name);
      try {
        if (!Files.exists(file)) {
          throw new SnapshotException("its file " + name + " is missing");
        }
        if (Files.size(file) != bytes) {
          throw new SnapshotException(
              "its file " + name + " has " + Files.size(file) + " bytes instead of " + bytes);
        }
        if (!Checksum.of(file).equals(sha256)) {
          throw new SnapshotException("its file " + name + " has been changed");
        }
      } catch (IOException e) {
        throw new SnapshotException("its file " + name + " can't be read", e);
      }
    }
  }

  byte[] toBytes() {
    try {
      String text = JSON.writeValueAsString(this);
      return (text + END + Checksum.of(text.getBytes(StandardCharsets.UTF_8)) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words, numbers and lists are always JSON", e);
    }
  }

  /**
   * Reads a page.
   *
   * @throws SnapshotException if it isn't whole, or not what was written
   */
  static Page of(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.UTF_8);
    int end = all.lastIndexOf(END);
    if (end < 0 || !all.endsWith("\n")) {
      throw new SnapshotException("its page is cut short");
    }
    String text = all.substring(0, end);
    String sum = all.substring(end + END.length(), all.length() - 1);
    if (!Checksum.of(text.getBytes(StandardCharsets.UTF_8)).equals(sum)) {
      throw new SnapshotException("its page has been changed");
    }
    return parsed(text);
  }

  private static Page parsed(String text) {
    try {
      JsonNode page = JSON.readTree(text);
      int format = page.path("format").asInt();
      if (format != FORMAT) {
        throw new SnapshotException(
            "it is of format " + format + ", and this version reads format " + FORMAT);
      }
      return JSON.treeToValue(page, Page.class);
    } catch (JsonProcessingException e) {
      throw new SnapshotException("its page isn't one of a snapshot", e);
    }
  }
}
