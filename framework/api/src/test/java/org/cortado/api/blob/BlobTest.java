package org.cortado.api.blob;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlobTest {

  private final CountingMemory memory = new CountingMemory();
  private final Blob blob = new Blob(Shape.of(2, 2), memory);

  @Test
  void takesNoMemoryUntilItIsTouched() {
    blob.reshape(Shape.of(3));
    assertThat(memory.allocated).isZero();
    blob.data().write();
    assertThat(memory.allocated).isEqualTo(1);
  }

  @Test
  void reshapesBothTensors() {
    blob.reshapeLike(new Blob(Shape.of(5, 1), memory));
    assertThat(blob.shape()).isEqualTo(Shape.of(5, 1));
    assertThat(blob.diff().shape()).isEqualTo(Shape.of(5, 1));
    assertThat(blob.count()).isEqualTo(5);
    assertThat(blob).hasToString("Blob[5x1]");
  }

  @Test
  void sharesBothTensors() {
    Blob other = new Blob(Shape.of(4), memory);
    other.share(blob);
    blob.data().write().put(0, 3);
    blob.diff().write().put(0, 4);
    assertThat(other.data().read().get(0)).isEqualTo(3);
    assertThat(other.diff().read().get(0)).isEqualTo(4);
    assertThat(other.shape()).isEqualTo(Shape.of(4));
  }
}
