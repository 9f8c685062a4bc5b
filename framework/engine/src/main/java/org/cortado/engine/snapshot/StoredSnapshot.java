package org.cortado.engine.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.format.Safetensors;
import org.cortado.engine.format.SafetensorsFile;

/**
 * A snapshot that lies on the disk, whole.
 *
 * @param iteration after how many iterations it was taken
 * @param weights the file of the parameters
 * @param memory the file of the tensors that the training remembered beside them
 * @param state all else that it remembered
 */
public record StoredSnapshot(long iteration, Path weights, Path memory, JsonNode state) {

  /**
   * Reads the parameters.
   *
   * @throws SnapshotException if the file holds other tensors than these; nothing is read then
   */
  public void readWeights(Map<String, Tensor> into) {
    read(weights, into);
  }

  /** Returns the shapes of the tensors in memory, by name. */
  public Map<String, Shape> memoryShapes() {
    try (SafetensorsFile file = Safetensors.open(memory)) {
      Map<String, Shape> shapes = new LinkedHashMap<>();
      file.names().forEach(name -> shapes.put(name, file.shape(name)));
      return shapes;
    }
  }

  /**
   * Reads the memory.
   *
   * @throws SnapshotException if the file holds other tensors than these; nothing is read then
   */
  public void readMemory(Map<String, Tensor> into) {
    read(memory, into);
  }

  private void read(Path path, Map<String, Tensor> into) {
    try (SafetensorsFile file = Safetensors.open(path)) {
      requireMatch(file, into);
      into.forEach(file::read);
    }
  }

  private void requireMatch(SafetensorsFile file, Map<String, Tensor> into) {
    List<String> faults = new ArrayList<>();
    Set<String> names = file.names();
    into.forEach(
        (name, tensor) -> {
          if (!names.contains(name)) {
            faults.add("it lacks " + name + " " + tensor.shape());
          } else if (!file.shape(name).equals(tensor.shape())) {
            faults.add(name + " is " + file.shape(name) + " in it, but " + tensor.shape() + " now");
          }
        });
    names.stream()
        .filter(name -> !into.containsKey(name))
        .forEach(name -> faults.add(name + " is in it, but nothing asks for it now"));
    if (!faults.isEmpty()) {
      throw new SnapshotException(
          "the snapshot of iteration "
              + iteration
              + " doesn't go with this training:\n  "
              + String.join("\n  ", faults));
    }
  }
}
