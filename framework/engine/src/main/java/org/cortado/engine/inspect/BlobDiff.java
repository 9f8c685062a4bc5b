package org.cortado.engine.inspect;

import java.util.List;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.format.SafetensorsFile;

/**
 * What differs between two blobs of one shape.
 *
 * @param name their name
 * @param shape their shape
 * @param before the first's norm: the root of the sum of its squares
 * @param after the second's norm
 * @param change the norm of the difference
 * @param differing how many elements differ
 * @param largest where the change is largest, or a number is none in one of the two alone; of no
 *     meaning where nothing differs
 */
public record BlobDiff(
    String name,
    Shape shape,
    double before,
    double after,
    double change,
    long differing,
    Place largest) {

  /**
   * An element.
   *
   * @param index its place along each axis
   * @param before its value in the first blob
   * @param after its value in the second
   */
  public record Place(List<Integer> index, float before, float after) {

    static final Place NONE = new Place(List.of(), 0, 0);

    /** Copies the list. */
    public Place {
      index = List.copyOf(index);
    }
  }

  static BlobDiff of(String name, SafetensorsFile first, SafetensorsFile second, Memory memory) {
    try (Scratch scratch = new Scratch(memory)) {
      return new Differences(read(name, first, scratch), read(name, second, scratch)).named(name);
    }
  }

  /** Returns whether nothing differs. */
  public boolean isEmpty() {
    return differing == 0;
  }

  /** Returns the norm of the change as a share of the larger norm; NaN where numbers are none. */
  public double relative() {
    return isEmpty() ? 0 : change / Math.max(before, after);
  }

  private static Tensor read(String name, SafetensorsFile file, Memory memory) {
    Tensor tensor = new Tensor(file.shape(name), memory);
    file.read(name, tensor);
    return tensor;
  }
}
