package org.cortado.onednn;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cortado.api.backend.Convolution;
import org.cortado.api.backend.Elementwise;
import org.cortado.api.backend.InnerProduct;
import org.cortado.api.backend.MatrixProduct;
import org.cortado.api.backend.Pooling;
import org.cortado.api.backend.Softmax;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A buffer that is too small would not give an exception but end the process. */
class CountsTest {

  @SuppressWarnings("NullAway.Init") // Opened before each test.
  private OneDnnBackend backend;

  @BeforeEach
  void open() {
    backend = Natives.backend(1);
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private Tensor tensor(int count) {
    return new Tensor(Shape.of(count), backend.memory());
  }

  private static void expectRefusal(String message, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void convolutionsRefuseTensorsOfOtherCounts() {
    Convolution.Spec spec = Shapes.square(1, 1, 3, 2, 2, 1, 0);
    try (Convolution convolution = backend.convolution(spec)) {
      List<Tensor> good = List.of(tensor(8), tensor(2));
      List<Tensor> bad = List.of(tensor(8), tensor(3));
      expectRefusal(
          "x must have 9 elements, but is [8]",
          () -> convolution.forward(tensor(8), good, tensor(8)));
      expectRefusal(
          "y must have 8 elements, but is [9]",
          () -> convolution.backwardData(tensor(9), good, tensor(9)));
      expectRefusal(
          "the bias must have 2 elements, but is [3]",
          () -> convolution.backwardParameters(tensor(9), tensor(8), bad));
      expectRefusal(
          "there must be weights and a bias, but there are 1 parameters",
          () -> convolution.forward(tensor(9), good.subList(0, 1), tensor(8)));
    }
  }

  @Test
  void productsRefuseTensorsOfOtherCounts() {
    try (MatrixProduct product =
            backend.matrixProduct(new MatrixProduct.Spec(2, 3, 4, false, false, false));
        InnerProduct inner = backend.innerProduct(new InnerProduct.Spec(2, 3, 4, false, false))) {
      expectRefusal(
          "b must have 12 elements, but is [11]",
          () -> product.multiply(tensor(8), tensor(11), tensor(6)));
      expectRefusal(
          "the weights must have 12 elements, but is [11]",
          () -> inner.forward(tensor(6), List.of(tensor(11)), tensor(8)));
    }
  }

  @Test
  void poolingsRefuseTensorsOfOtherCounts() {
    for (Pooling.Method method : Pooling.Method.values()) {
      for (int pad = 0; pad < 2; pad++) {
        Pooling.Spec spec = Shapes.pooling(method, Shape.of(1, 1, 6, 6), 3, 2, pad);
        int windows = spec.output().count();
        try (Pooling pooling = backend.pooling(spec)) {
          expectRefusal(
              "x must have 36 elements, but is [35]",
              () -> pooling.forward(tensor(35), tensor(windows)));
          expectRefusal(
              "dy must have " + windows + " elements, but is [1]",
              () -> pooling.backward(tensor(1), tensor(36)));
        }
      }
    }
  }

  @Test
  void pointwiseOperationsRefuseTensorsOfOtherCounts() {
    var sigmoid = new Elementwise.Spec(Elementwise.Function.SIGMOID, 0, 5);
    try (Softmax softmax = backend.softmax(new Softmax.Spec(1, 5, 1));
        Elementwise function = backend.elementwise(sigmoid)) {
      expectRefusal(
          "y must have 5 elements, but is [4]", () -> softmax.forward(tensor(5), tensor(4)));
      expectRefusal(
          "dx must have 5 elements, but is [6]",
          () -> softmax.backward(tensor(5), tensor(5), tensor(6)));
      expectRefusal(
          "x must have 5 elements, but is [4]", () -> function.forward(tensor(4), tensor(5)));
      expectRefusal(
          "dy must have 5 elements, but is [4]",
          () -> function.backward(tensor(5), tensor(4), tensor(5)));
    }
  }
}
