package org.cortado.layers.core.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.testkit.TestLayer;

/** Compares recurrent layers with their {@link Reference}. */
final class Sequences {

  private static final int INPUTS = 3;
  private static final int STATIC_INPUTS = 2;
  private static final int UNITS = 5;
  private static final float NEAR = 1e-5f;

  private Sequences() {}

  /** Fails unless all outputs and all gradients are those of the reference. */
  static void agreeWithReference(
      String type, Shape cont, boolean withStatic, boolean exposed, BlobMaker maker) {
    boolean lstm = type.equals("LSTM");
    int streams = cont.dim(1);
    Random random = new Random(7);
    List<Blob> bottoms = new ArrayList<>();
    bottoms.add(filled(maker, random, cont.dim(0), streams, INPUTS));
    bottoms.add(conts(maker, random, cont));
    if (withStatic) {
      bottoms.add(filled(maker, random, streams, STATIC_INPUTS));
    }
    for (int state = 0; exposed && state < (lstm ? 2 : 1); state++) {
      bottoms.add(filled(maker, random, 1, streams, UNITS));
    }
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("num_output", UNITS);
    options.put("expose_hidden", exposed);
    options.put("weight_filler", "{type: uniform, min: -1, max: 1}");
    options.put("bias_filler", "{type: uniform, min: -1, max: 1}");
    Reference reference = new Reference(lstm, cont.dim(0), streams, UNITS, withStatic, exposed);
    try (TestLayer layer = TestLayer.of(type, options, exposed ? lstm ? 3 : 2 : 1, bottoms)) {
      compare(layer, reference, random);
    }
  }

  private static void compare(TestLayer layer, Reference reference, Random random) {
    List<double[]> inputs = new ArrayList<>();
    layer.bottoms().forEach(blob -> inputs.add(doubles(blob.data())));
    layer.layer().parameters().forEach(blob -> inputs.add(doubles(blob.data())));
    layer.forward();
    double[] expected = reference.run(inputs);
    double[] weights = seed(layer, random);
    assertThat(weights).hasSameSizeAs(expected);
    int at = 0;
    for (int top = 0; top < layer.tops().size(); top++) {
      float[] actual = layer.top(top);
      assertNear("top " + top, actual, Arrays.copyOfRange(expected, at, at + actual.length));
      at += actual.length;
    }
    boolean[] flags = new boolean[layer.bottoms().size()];
    Arrays.fill(flags, true);
    flags[1] = false;
    layer.layer().parameters().forEach(each -> each.diff().clear());
    layer.layer().backward(layer.tops(), flags, layer.bottoms());
    for (int i = 0; i < inputs.size(); i++) {
      boolean bottom = i < flags.length;
      if (i != 1) {
        assertNear(
            "gradient of input " + i,
            bottom ? layer.bottomDiff(i) : layer.parameterDiff(i - flags.length),
            reference.gradient(inputs, i, weights));
      }
    }
  }

  /** Gives each top a gradient and returns them, one after another. */
  private static double[] seed(TestLayer layer, Random random) {
    int count = layer.tops().stream().mapToInt(Blob::count).sum();
    double[] weights = new double[count];
    int at = 0;
    for (Blob top : layer.tops()) {
      FloatBuffer diff = top.diff().write();
      for (int i = 0; i < top.count(); i++) {
        float weight = random.nextFloat() * 2 - 1;
        diff.put(i, weight);
        weights[at++] = weight;
      }
    }
    return weights;
  }

  private static void assertNear(String what, float[] actual, double[] expected) {
    assertThat(actual).as(what).hasSize(expected.length);
    for (int i = 0; i < actual.length; i++) {
      assertThat((double) actual[i])
          .as("%s, element %s", what, i)
          .isCloseTo(expected[i], within((double) NEAR));
    }
  }

  /** Makes a blob that holds values. */
  interface BlobMaker {
    Blob make(Shape shape, double... values);
  }

  private static Blob filled(BlobMaker maker, Random random, int... dims) {
    Shape shape = Shape.of(dims);
    return maker.make(shape, random.doubles(shape.count(), -1, 1).toArray());
  }

  /** A sequence begins at each fourth place, and one goes on from the sweep before. */
  private static Blob conts(BlobMaker maker, Random random, Shape shape) {
    return maker.make(
        shape, random.ints(shape.count(), 0, 4).mapToDouble(i -> i == 0 ? 0 : 1).toArray());
  }

  private static double[] doubles(Tensor tensor) {
    double[] values = new double[tensor.count()];
    FloatBuffer from = tensor.read();
    Arrays.setAll(values, from::get);
    return values;
  }
}
