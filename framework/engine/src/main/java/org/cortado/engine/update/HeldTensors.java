package org.cortado.engine.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/** Tensors of zeros by name, whose memory is given back at once. */
final class HeldTensors implements AutoCloseable {

  private final Memory source;
  private final List<Memory.Allocation> held = new ArrayList<>();
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  HeldTensors(Memory source) {
    this.source = source;
  }

  /** Makes a tensor, with its memory. */
  Tensor add(String name, Shape shape) {
    Tensor tensor = new Tensor(shape, this::allocate);
    tensor.update();
    tensors.put(name, tensor);
    return tensor;
  }

  private Memory.Allocation allocate(int count) {
    Memory.Allocation allocation = source.allocate(count);
    held.add(allocation);
    return allocation;
  }

  /** Returns all tensors, in the order in which they were added. */
  Map<String, Tensor> tensors() {
    return new LinkedHashMap<>(tensors);
  }

  @Override
  public void close() {
    held.forEach(Memory.Allocation::close);
    held.clear();
  }
}
