package org.cortado.engine.net;

import java.util.List;
import java.util.Optional;
import org.cortado.api.blob.Shape;

/**
 * What the blobs of a net stand on where they share memory; parameters and what layers keep for
 * themselves don't count.
 *
 * @param blobs in the order of production
 * @param dataBytes what the data would take if every blob were kept
 * @param diffBytes what the diffs that a backward sweep uses would take
 * @param sharedBytes what both take together where they share
 */
public record MemoryReport(
    List<BlobMemory> blobs, long dataBytes, long diffBytes, long sharedBytes) {

  /** Copies the list. */
  public MemoryReport {
    blobs = List.copyOf(blobs);
  }

  /**
   * What one blob stands on.
   *
   * @param name of the blob
   * @param data what its data stand on
   * @param diff what its diff stands on
   */
  public record BlobMemory(String name, Shape shape, Ground data, Ground diff) {

    /** Returns what the data take; the diff takes as much, if any. */
    public long bytes() {
      return MemoryReport.bytes(shape.count());
    }
  }

  /**
   * What one tensor stands on.
   *
   * @param of the blob, or {@code "diff of"} the blob, whose memory it is unless its own
   */
  public record Ground(Sharing sharing, Optional<String> of) {}

  /** How a tensor shares memory. */
  public enum Sharing {
    /** It isn't used, and takes none. */
    UNUSED,
    /** It has its own, or is the first to use it. */
    OWN,
    /** It is the same elements as another, under its own name and perhaps shape. */
    VIEW,
    /** Its layer overwrites what it reads. */
    IN_PLACE,
    /** It uses memory when another no longer does. */
    REUSED
  }

  static long bytes(long count) {
    return count * Float.BYTES;
  }
}
