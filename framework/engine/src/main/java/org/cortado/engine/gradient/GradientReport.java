package org.cortado.engine.gradient;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of checking a layer.
 *
 * @param blobs the bottoms that take a gradient, then the parameters; none if the layer has no
 *     backward pass
 */
public record GradientReport(List<BlobReport> blobs) {

  /** Copies the list. */
  public GradientReport {
    blobs = List.copyOf(blobs);
  }

  /** Returns whether backward is right for every blob. */
  public boolean passed() {
    return blobs.stream().allMatch(BlobReport::passed);
  }

  /** Returns how many derivatives have the given verdict. */
  public long count(Verdict verdict) {
    return blobs.stream().mapToLong(blob -> blob.count(verdict)).sum();
  }

  /** Returns a line for each blob. */
  @Override
  public String toString() {
    return blobs.isEmpty()
        ? "nothing takes a gradient"
        : blobs.stream().map(BlobReport::toString).collect(Collectors.joining("\n"));
  }
}
