package org.cortado.api.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;

/** A tensor and the array that it should behave like, driven through random steps. */
final class TensorModel {

  private static final int MOST = 12;

  private final Random random;
  private final Tensor tensor;
  private float[] memory = {};
  private int count = 4;

  private TensorModel(long seed, Memory memory) {
    random = new Random(seed);
    tensor = new Tensor(Shape.of(count), memory);
  }

  /** Drives as many tensors as there are seeds. */
  static void check(Memory memory, int seeds) {
    for (int seed = 0; seed < seeds; seed++) {
      TensorModel model = new TensorModel(seed, memory);
      for (int step = 0; step < 12; step++) {
        model.step();
        assertThat(model.tensor.count()).isEqualTo(model.count);
        if (model.random.nextBoolean()) { // reading is a step, too
          model.compare(seed, step);
        }
      }
    }
  }

  private void compare(int seed, int step) {
    touch();
    float[] values = new float[count];
    tensor.read().get(0, values);
    assertThat(values)
        .as("seed %d, step %d", seed, step)
        .containsExactly(Arrays.copyOf(memory, count));
  }

  private void step() {
    switch (random.nextInt(5)) {
      case 0 -> reshape();
      case 1 -> clear();
      case 2 -> write();
      case 3 -> update();
      default -> writePart();
    }
  }

  private void reshape() {
    count = random.nextInt(MOST);
    tensor.reshape(Shape.of(count));
  }

  /** Memory that is outgrown is exchanged for zeros. */
  private void touch() {
    if (memory.length < count) {
      memory = new float[count];
    }
  }

  private void clear() {
    tensor.clear();
    Arrays.fill(memory, 0);
  }

  private void write() {
    touch();
    put(tensor.write(), 0, count);
  }

  private void update() {
    touch();
    FloatBuffer floats = tensor.update();
    if (count > 0) {
      int i = random.nextInt(count);
      memory[i] += 1;
      floats.put(i, floats.get(i) + 1);
    }
  }

  private void writePart() {
    int from = random.nextInt(count + 1);
    int length = random.nextInt(count - from + 1);
    Tensor part = tensor.view(from, Shape.of(length));
    if (random.nextBoolean()) {
      touch();
      put(part.write(), from, length);
    } else if (!tensor.isClear()) { // or else it opens no door
      touch();
      part.clear();
      Arrays.fill(memory, from, from + length, 0);
    }
  }

  private void put(FloatBuffer floats, int from, int length) {
    for (int i = 0; i < length; i++) {
      memory[from + i] = random.nextInt(100);
      floats.put(i, memory[from + i]);
    }
  }
}
