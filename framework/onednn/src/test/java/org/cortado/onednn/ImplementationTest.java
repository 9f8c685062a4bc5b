package org.cortado.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cortado.api.backend.Convolution;
import org.cortado.api.backend.Elementwise;
import org.cortado.api.backend.Lrn;
import org.cortado.api.backend.Pooling;
import org.cortado.api.backend.Softmax;
import org.cortado.api.blob.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The library has a reference loop for everything, a hundred times slower than what is wanted. */
class ImplementationTest {

  private static final String REFERENCE = "ref";

  static Stream<Convolution.Spec> usualConvolutions() {
    return Stream.of(
        Shapes.square(64, 1, 28, 20, 5, 1, 0),
        Shapes.square(64, 20, 12, 50, 5, 1, 0),
        Shapes.square(8, 3, 32, 32, 5, 1, 2),
        Shapes.square(8, 32, 16, 32, 5, 1, 2),
        Shapes.square(2, 3, 227, 96, 11, 4, 0),
        Shapes.grouped(2, 96, 27, 256, 5, 1, 2, 2),
        Shapes.square(2, 3, 224, 64, 7, 2, 3),
        Shapes.square(2, 64, 56, 64, 3, 1, 1),
        Shapes.square(2, 64, 56, 128, 3, 2, 1),
        Shapes.square(2, 64, 56, 128, 1, 2, 0),
        Shapes.square(2, 512, 7, 512, 3, 1, 1),
        Shapes.square(2, 256, 28, 512, 1, 1, 0),
        Shapes.grouped(2, 64, 56, 64, 3, 1, 1, 64),
        Shapes.grouped(2, 64, 56, 64, 3, 2, 1, 64),
        Shapes.grouped(2, 20, 28, 20, 5, 1, 2, 20),
        Shapes.grouped(2, 32, 28, 64, 3, 1, 1, 32),
        Shapes.square(2, 480, 14, 192, 1, 1, 0));
  }

  @ParameterizedTest
  @MethodSource("usualConvolutions")
  void neverConvolvesByReference(Convolution.Spec spec) {
    try (OneDnnBackend backend = Natives.backend(2);
        Convolution convolution = backend.convolution(spec)) {
      expectNoReference(((OneDnnConvolution) convolution).implementations());
    }
  }

  static Stream<Convolution.Spec> depthwiseConvolutions() {
    return Stream.of(
        Shapes.grouped(2, 32, 112, 32, 3, 1, 1, 32),
        Shapes.grouped(2, 64, 112, 64, 3, 2, 1, 64),
        Shapes.grouped(2, 20, 32, 20, 3, 1, 1, 20),
        Shapes.grouped(2, 1024, 7, 1024, 3, 1, 1, 1024));
  }

  @ParameterizedTest
  @MethodSource("depthwiseConvolutions")
  void hasKernelsOfItsOwnForSingleChannels(Convolution.Spec spec) {
    try (OneDnnBackend backend = Natives.backend(1);
        Convolution convolution = backend.convolution(spec)) {
      assertThat(((OneDnnConvolution) convolution).implementations())
          .allMatch(name -> name.startsWith("jit_dw:"));
    }
  }

  @ParameterizedTest
  @EnumSource(Pooling.Method.class)
  void neverPoolsByReference(Pooling.Method method) {
    for (Pooling.Spec spec :
        List.of(
            Shapes.pooling(method, Shape.of(64, 20, 24, 24), 2, 2, 0),
            Shapes.pooling(method, Shape.of(64, 50, 8, 8), 2, 2, 0),
            Shapes.pooling(method, Shape.of(2, 96, 55, 55), 3, 2, 0),
            Shapes.pooling(method, Shape.of(2, 2048, 7, 7), 7, 1, 0))) {
      try (OneDnnBackend backend = Natives.backend(2);
          Pooling pooling = backend.pooling(spec)) {
        expectNoReference(
            pooling instanceof MaximumPooling maximum
                ? maximum.implementations()
                : ((OneDnnPooling) pooling).implementations());
      }
    }
  }

  @Test
  void neverNormalisesByReference() {
    for (Shape shape : List.of(Shape.of(16, 96, 27, 27), Shape.of(3, 256, 13, 13))) {
      var spec = new Lrn.Spec(shape, Lrn.Region.ACROSS_CHANNELS, 5, 1e-4f, 0.75f, 1);
      try (OneDnnBackend backend = Natives.backend(2);
          Lrn lrn = backend.lrn(spec)) {
        expectNoReference(((OneDnnLrn) lrn).implementations());
      }
    }
  }

  @Test
  void neverComputesASoftmaxByReference() {
    for (Softmax.Spec spec :
        List.of(
            new Softmax.Spec(64, 10, 1),
            new Softmax.Spec(64, 10, 12),
            new Softmax.Spec(64, 10, 1, true),
            new Softmax.Spec(64, 10, 12, true))) {
      try (OneDnnBackend backend = Natives.backend(2);
          Softmax softmax = backend.softmax(spec)) {
        expectNoReference(((OneDnnSoftmax) softmax).implementations());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Elementwise.Function.class)
  void neverAppliesAFunctionByReference(Elementwise.Function function) {
    float alpha = function == Elementwise.Function.SOFT_RELU ? 1 : 0;
    var spec = new Elementwise.Spec(function, alpha, 1000);
    try (OneDnnBackend backend = Natives.backend(2);
        Elementwise operation = backend.elementwise(spec)) {
      expectNoReference(((OneDnnElementwise) operation).implementations());
    }
  }

  private static void expectNoReference(List<String> implementations) {
    assertThat(implementations).noneMatch(name -> name.startsWith(REFERENCE));
  }
}
