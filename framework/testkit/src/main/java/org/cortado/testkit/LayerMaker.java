package org.cortado.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.Layer;
import org.cortado.api.LayerTraits;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.plugin.LayerDeclaration;

/** Makes layers as a net makes them, and fills their blobs. */
final class LayerMaker {

  private LayerMaker() {}

  /** Makes a layer in the training phase with blobs of a test's own, on the portable backend. */
  static TestLayer make(
      TestedType type, Map<String, Object> options, int tops, List<Blob> bottoms) {
    Backend backend = Backends.portable();
    TestContext context = new TestContext(Phase.TRAIN, backend.memory(), type.parts(backend));
    return make(type, options, context, backend)
        .standing(bottoms, blobs(tops, backend.memory()), "");
  }

  /** Makes the layer of a case, bottoms and parameters filled. */
  static TestLayer make(Case tested, Backend backend) {
    return make(tested, backend, bottoms(tested, backend), blobs(tested.tops(), backend.memory()));
  }

  /** Makes the layer of a case, its first top being its first bottom. */
  static TestLayer inPlace(Case tested, Backend backend) {
    List<Blob> bottoms = bottoms(tested, backend);
    List<Blob> tops = new ArrayList<>(blobs(tested.tops(), backend.memory()));
    tops.set(0, bottoms.get(0));
    return make(tested, backend, bottoms, tops);
  }

  /**
   * Makes the layer of a case, its first top being another blob on the memory of its first bottom.
   */
  static TestLayer sharing(Case tested, Backend backend) {
    List<Blob> bottoms = bottoms(tested, backend);
    List<Blob> tops = blobs(tested.tops(), backend.memory());
    tops.get(0).data().reuse(bottoms.get(0).data());
    tops.get(0).diff().reuse(bottoms.get(0).diff());
    return make(tested, backend, bottoms, tops);
  }

  /**
   * Makes the layer of a case as tools do that never run it: its blobs have shapes and no memory.
   *
   * @throws AssertionError if the layer wants memory all the same
   */
  static TestLayer shaped(Case tested, Backend backend) {
    List<Blob> bottoms = blobs(tested.bottoms().size(), NoMemory.INSTANCE);
    shape(bottoms, tested);
    List<Blob> tops = blobs(tested.tops(), NoMemory.INSTANCE);
    Made made = made(tested, backend, NoMemory.INSTANCE);
    made.shape(bottoms, tops);
    return made.test(bottoms, tops, tested.draw());
  }

  private static TestLayer make(Case tested, Backend backend, List<Blob> bottoms, List<Blob> tops) {
    TestLayer layer =
        made(tested, backend, backend.memory()).standing(bottoms, tops, tested.draw());
    layer.context().drawParameters(tested.draw());
    return layer;
  }

  private static Made made(Case tested, Backend backend, Memory memory) {
    TestContext context = new TestContext(tested.phase(), memory, tested.type().parts(backend));
    return make(tested.type(), tested.options(), context, backend);
  }

  private static Made make(
      TestedType type, Map<String, Object> options, TestContext context, Backend backend) {
    LayerDeclaration declaration = type.declaration();
    Record read = new OptionsReader(type.catalogue()).read(declaration, options);
    return new Made(declaration, read, declaration.create(read, context, backend), context);
  }

  /** A layer that was not yet set up. */
  private record Made(
      LayerDeclaration declaration, Record options, Layer layer, TestContext context) {

    void shape(List<Blob> bottoms, List<Blob> tops) {
      try {
        layer.setUp(bottoms, tops);
        layer.reshape(bottoms, tops);
      } catch (RuntimeException | Error e) {
        layer.close();
        throw e;
      }
    }

    TestLayer standing(List<Blob> bottoms, List<Blob> tops, String draw) {
      shape(bottoms, tops);
      context.fillParameters();
      return test(bottoms, tops, draw);
    }

    TestLayer test(List<Blob> bottoms, List<Blob> tops, String draw) {
      LayerTraits traits = declaration.traits(options);
      return new TestLayer(declaration.type(), traits, layer, context, bottoms, tops, draw);
    }
  }

  private static List<Blob> bottoms(Case tested, Backend backend) {
    List<Blob> bottoms = blobs(tested.bottoms().size(), backend.memory());
    fill(bottoms, tested);
    return bottoms;
  }

  private static List<Blob> blobs(int count, Memory memory) {
    return Stream.generate(() -> new Blob(Shape.of(), memory)).limit(count).toList();
  }

  private static void shape(List<Blob> bottoms, Case tested) {
    for (int i = 0; i < bottoms.size(); i++) {
      bottoms.get(i).reshape(tested.bottoms().get(i).shape());
    }
  }

  /** Gives bottoms the shapes and the values of a case. */
  static void fill(List<Blob> bottoms, Case tested) {
    shape(bottoms, tested);
    for (int i = 0; i < bottoms.size(); i++) {
      Values values = tested.bottoms().get(i).values();
      fill(bottoms.get(i).data(), values, "bottom " + i + tested.draw());
    }
  }

  /** Fills a tensor with numbers that depend on the purpose alone. */
  static void fill(Tensor tensor, Values values, String purpose) {
    tensor.write().put(0, values.draw(tensor.count(), TestContext.stream(purpose)));
  }
}
