package org.cortado.api.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class TensorTest {

  private final CountingMemory memory = new CountingMemory();
  private final Tensor tensor = new Tensor(Shape.of(2, 3), memory);

  private static float[] values(Tensor tensor) {
    float[] values = new float[tensor.count()];
    tensor.read().get(0, values);
    return values;
  }

  private static void fill(Tensor tensor, float... values) {
    tensor.write().put(0, values);
  }

  @Test
  void takesNoMemoryBeforeADoorIsOpened() {
    tensor.reshape(Shape.of(4, 5));
    tensor.clear();
    assertThat(memory.allocated).isZero();
  }

  @Test
  void readsAsZerosWhenNew() {
    assertThat(tensor.isClear()).isTrue();
    assertThat(values(tensor)).containsExactly(0, 0, 0, 0, 0, 0);
    assertThat(tensor.isClear()).isTrue();
  }

  @Test
  void keepsWhatIsWritten() {
    fill(tensor, 1, 2, 3, 4, 5, 6);
    assertThat(values(tensor)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(tensor.isClear()).isFalse();
  }

  @Test
  void givesABufferOfItsCountAtPositionZero() {
    FloatBuffer floats = tensor.read();
    floats.position(3).limit(4);
    assertThat(tensor.update()).isSameAs(floats);
    assertThat(floats.position()).isZero();
    assertThat(floats.limit()).isEqualTo(6);
    assertThat(floats.capacity()).isEqualTo(6);
  }

  @Test
  void givesOneClassOfBuffersAlone() {
    Tensor part = tensor.view(1, Shape.of(2));
    assertThat(part.read()).hasSameClassAs(tensor.read());
    assertThat(tensor.read().isDirect()).isTrue();
  }

  @Test
  void readsAsZerosWhenCleared() {
    fill(tensor, 1, 2, 3, 4, 5, 6);
    tensor.clear();
    assertThat(tensor.isClear()).isTrue();
    assertThat(values(tensor)).containsOnly(0);
  }

  @Test
  void updatesZerosWhenCleared() {
    fill(tensor, 1, 2, 3, 4, 5, 6);
    tensor.clear();
    tensor.update().put(1, 7);
    assertThat(values(tensor)).containsExactly(0, 7, 0, 0, 0, 0);
    assertThat(tensor.isClear()).isFalse();
  }

  @Test
  void clearsAgainAndAgain() {
    for (int i = 0; i < 3; i++) {
      tensor.update().put(0, 1);
      tensor.clear();
      tensor.clear();
      assertThat(values(tensor)).containsOnly(0);
    }
  }

  @Test
  void keepsItsElementsAndMemoryWhenItShrinksAndGrowsBack() {
    fill(tensor, 1, 2, 3, 4, 5, 6);
    tensor.reshape(Shape.of(2));
    assertThat(values(tensor)).containsExactly(1, 2);
    tensor.reshape(Shape.of(3, 2));
    assertThat(values(tensor)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(memory.allocated).isEqualTo(1);
  }

  @Test
  void isClearedWhenItOutgrowsItsMemory() {
    fill(tensor, 1, 2, 3, 4, 5, 6);
    tensor.reshape(Shape.of(7));
    assertThat(values(tensor)).containsOnly(0).hasSize(7);
    assertThat(tensor.isClear()).isTrue();
    assertThat(memory.open).isEqualTo(1);
  }

  /** The rest was cleared, too, and must not come back when the tensor grows. */
  @Test
  void clearsBeyondWhatIsThenWritten() {
    fill(tensor, 1, 2, 3, 4, 5, 6);
    tensor.clear();
    tensor.reshape(Shape.of(2));
    fill(tensor, 8, 9);
    tensor.reshape(Shape.of(6));
    assertThat(values(tensor)).containsExactly(8, 9, 0, 0, 0, 0);
  }

  @Test
  void holdsNothingOrAScalar() {
    Tensor empty = new Tensor(Shape.of(0, 3), memory);
    assertThat(values(empty)).isEmpty();
    Tensor scalar = new Tensor(Shape.of(), memory);
    fill(scalar, 5);
    assertThat(values(scalar)).containsExactly(5);
  }

  @Test
  void refusesMoreThanABufferCanHold() {
    Tensor huge = new Tensor(Shape.of(Integer.MAX_VALUE), memory);
    assertThatIllegalStateException()
        .isThrownBy(huge::write)
        .withMessage("a tensor can hold 536870896 floats, but 2147483647 are wanted");
  }

  @Test
  void sharesMemoryUnderItsOwnShape() {
    Tensor other = new Tensor(Shape.of(6), memory);
    other.share(tensor);
    fill(tensor, 1, 2, 3, 4, 5, 6);
    assertThat(values(other)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(other.shape()).isEqualTo(Shape.of(6));
    assertThat(other.sharesMemoryWith(tensor)).isTrue();
    assertThat(other.isClear()).isFalse();
    assertThat(memory.allocated).isEqualTo(1);
  }

  @Test
  void seesTheMemoryOfTheOtherOneWhenItHadItsOwn() {
    Tensor other = new Tensor(Shape.of(6), memory);
    fill(other, 9, 9, 9, 9, 9, 9);
    fill(tensor, 1, 2, 3, 4, 5, 6);
    other.share(tensor);
    assertThat(values(other)).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void seesNewMemoryWhenASharerOutgrewTheOld() {
    Tensor other = new Tensor(Shape.of(6), memory);
    other.share(tensor);
    fill(other, 1, 2, 3, 4, 5, 6);
    tensor.reshape(Shape.of(8));
    fill(tensor, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(values(other)).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void refusesToShareAnotherCount() {
    Tensor other = new Tensor(Shape.of(5), memory);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.share(tensor))
        .withMessage("[5] can't share the memory of [2x3]");
  }

  @Test
  void refusesToShareAView() {
    Tensor part = tensor.view(0, Shape.of(6));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> part.share(tensor))
        .withMessage("a view can't share memory");
    assertThatIllegalArgumentException().isThrownBy(() -> tensor.share(part));
  }

  @Test
  void showsAPartOfItselfThroughAView() {
    fill(tensor, 1, 2, 3, 4, 5, 6);
    Tensor part = tensor.view(2, Shape.of(3));
    assertThat(values(part)).containsExactly(3, 4, 5);
    assertThat(values(part.view(1, Shape.of(2)))).containsExactly(4, 5);
    fill(part, 7, 8, 9);
    assertThat(values(tensor)).containsExactly(1, 2, 7, 8, 9, 6);
  }

  @Test
  void takesMemoryForTheWholeThroughAView() {
    fill(tensor.view(4, Shape.of(2)), 1, 2);
    assertThat(values(tensor)).containsExactly(0, 0, 0, 0, 1, 2);
    assertThat(memory.allocated).isEqualTo(1);
  }

  @Test
  void keepsTheZerosAroundAViewThatIsWritten() {
    fill(tensor, 1, 2, 3, 4, 5, 6);
    tensor.clear();
    fill(tensor.view(1, Shape.of(2)), 8, 9);
    assertThat(values(tensor)).containsExactly(0, 8, 9, 0, 0, 0);
  }

  @Test
  void clearsAViewAlone() {
    fill(tensor, 1, 2, 3, 4, 5, 6);
    tensor.view(1, Shape.of(2)).clear();
    assertThat(values(tensor)).containsExactly(1, 0, 0, 4, 5, 6);
  }

  @Test
  void staysClearWhenAViewIsCleared() {
    tensor.view(1, Shape.of(2)).clear();
    assertThat(tensor.isClear()).isTrue();
    assertThat(memory.allocated).isZero();
  }

  @Test
  void refusesAViewBeyondItsEnd() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> tensor.view(4, Shape.of(3)));
  }

  @Test
  void refusesAViewOfWhatHasShrunk() {
    Tensor part = tensor.view(4, Shape.of(2));
    tensor.reshape(Shape.of(5));
    assertThatIllegalStateException()
        .isThrownBy(part::read)
        .withMessage("the tensor that a view of [2] is in has shrunk");
  }

  @Test
  void letsAViewKeepItsCountAlone() {
    Tensor part = tensor.view(0, Shape.of(4));
    part.reshape(Shape.of(2, 2));
    assertThat(part.shape()).isEqualTo(Shape.of(2, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> part.reshape(Shape.of(3)))
        .withMessage("a view of [2x2] can't become [3]");
  }

  @Test
  void copiesAnother() {
    Tensor other = new Tensor(Shape.of(6), memory);
    fill(other, 1, 2, 3, 4, 5, 6);
    tensor.copyFrom(other);
    fill(other, 0, 0, 0, 0, 0, 0);
    assertThat(values(tensor)).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void copiesTheZerosOfAClearedOne() {
    fill(tensor, 1, 2, 3, 4, 5, 6);
    Tensor other = new Tensor(Shape.of(6), memory);
    fill(other, 1, 2, 3, 4, 5, 6);
    other.clear();
    tensor.copyFrom(other);
    assertThat(values(tensor)).containsOnly(0);
  }

  @Test
  void refusesToCopyAnotherCount() {
    Tensor other = new Tensor(Shape.of(5), memory);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tensor.copyFrom(other))
        .withMessage("can't copy [5] to [2x3]");
  }

  /** Random states are driven against a plain array: reading must always give what it holds. */
  @Test
  void alwaysReadsWhatAnArrayWouldHold() {
    TensorModel.check(memory, 2_000);
  }

  @Test
  void takesTurnsOnMemoryLargeEnoughForBoth() {
    Tensor small = new Tensor(Shape.of(2), memory);
    Tensor large = new Tensor(Shape.of(3), memory);
    large.reuse(small);
    small.write().put(0, 1).put(1, 2);
    large.write().put(0, 3).put(1, 4).put(2, 5);
    assertThat(small.sharesMemoryWith(large)).isTrue();
    assertThat(small.read().get(1)).isEqualTo(4);
    assertThat(memory.allocated).isEqualTo(1);
  }

  @Test
  void aViewTakesNoTurns() {
    Tensor whole = new Tensor(Shape.of(2), memory);
    Tensor view = whole.view(0, Shape.of(1));
    assertThatThrownBy(() -> whole.reuse(view)).hasMessage("a view can't share memory");
  }
}
