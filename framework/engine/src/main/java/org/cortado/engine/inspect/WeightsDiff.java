package org.cortado.engine.inspect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Shape;
import org.cortado.engine.format.Safetensors;
import org.cortado.engine.format.SafetensorsFile;

/**
 * What differs between two files of weights.
 *
 * @param removed the names of the blobs that only the first has
 * @param added the names of the blobs that only the second has
 * @param reshaped the blobs whose shapes differ
 * @param compared all other blobs, equal ones among them
 */
public record WeightsDiff(
    List<String> removed, List<String> added, List<Reshaped> reshaped, List<BlobDiff> compared) {

  /**
   * A blob of another shape.
   *
   * @param name its name
   * @param before its shape in the first file
   * @param after its shape in the second
   */
  public record Reshaped(String name, Shape before, Shape after) {}

  /** Copies the lists. */
  public WeightsDiff {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
    reshaped = List.copyOf(reshaped);
    compared = List.copyOf(compared);
  }

  /**
   * Compares two files, blob by blob.
   *
   * @throws org.cortado.engine.format.WeightsException if a file can't be read or is damaged
   */
  public static WeightsDiff of(Path before, Path after, Memory memory) {
    try (SafetensorsFile first = Safetensors.open(before);
        SafetensorsFile second = Safetensors.open(after)) {
      List<Reshaped> reshaped = new ArrayList<>();
      List<BlobDiff> compared = new ArrayList<>();
      for (String name : first.names()) {
        if (second.names().contains(name)) {
          if (first.shape(name).equals(second.shape(name))) {
            compared.add(BlobDiff.of(name, first, second, memory));
          } else {
            reshaped.add(new Reshaped(name, first.shape(name), second.shape(name)));
          }
        }
      }
      return new WeightsDiff(
          without(first.names(), second.names()),
          without(second.names(), first.names()),
          reshaped,
          compared);
    }
  }

  private static List<String> without(Set<String> names, Set<String> others) {
    return names.stream().filter(name -> !others.contains(name)).toList();
  }

  /** Returns whether nothing differs. */
  public boolean isEmpty() {
    return removed.isEmpty()
        && added.isEmpty()
        && reshaped.isEmpty()
        && compared.stream().allMatch(BlobDiff::isEmpty);
  }
}
