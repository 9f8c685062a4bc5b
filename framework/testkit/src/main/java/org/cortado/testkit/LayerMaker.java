package org.cortado.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.Layer;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.LayerDeclaration;

/** Makes layers as a net makes them, and fills their blobs. */
final class LayerMaker {

  private static final LayerCatalogue CATALOGUE = LayerCatalogue.load();

  private LayerMaker() {}

  /** Returns what the class path says of a type. */
  static LayerDeclaration declaration(String type) {
    return CATALOGUE.find(type).orElseThrow(() -> unregistered(type));
  }

  private static AssertionError unregistered(String type) {
    return new AssertionError(
        "no layer of type '%s' is registered; does its LayerModule list it, and does"
                .formatted(type)
            + " META-INF/services name the module? There are "
            + CATALOGUE.names());
  }

  /** Makes a layer in the training phase with blobs of a test's own, on the portable backend. */
  static TestLayer make(String type, Map<String, Object> options, int tops, List<Blob> bottoms) {
    Backend backend = Backends.portable();
    return make(type, options, new TestContext(Phase.TRAIN, backend.memory()), backend)
        .standing(bottoms, blobs(tops, backend));
  }

  /** Makes the layer of a case, bottoms and parameters filled. */
  static TestLayer make(Case tested, Backend backend) {
    return make(tested, backend, bottoms(tested, backend), blobs(tested.tops(), backend));
  }

  /** Makes the layer of a case, its first top being its first bottom. */
  static TestLayer inPlace(Case tested, Backend backend) {
    List<Blob> bottoms = bottoms(tested, backend);
    List<Blob> tops = new ArrayList<>(blobs(tested.tops(), backend));
    tops.set(0, bottoms.get(0));
    return make(tested, backend, bottoms, tops);
  }

  private static TestLayer make(Case tested, Backend backend, List<Blob> bottoms, List<Blob> tops) {
    TestContext context = new TestContext(tested.phase(), backend.memory());
    TestLayer layer =
        make(tested.type(), tested.options(), context, backend).standing(bottoms, tops);
    fillParameters(layer.layer());
    return layer;
  }

  private static Made make(
      String type, Map<String, Object> options, TestContext context, Backend backend) {
    LayerDeclaration declaration = declaration(type);
    Record read = new OptionsReader(CATALOGUE).read(declaration, options);
    return new Made(declaration, read, declaration.create(read, context, backend), context);
  }

  /** A layer that was not yet set up. */
  private record Made(
      LayerDeclaration declaration, Record options, Layer layer, TestContext context) {

    TestLayer standing(List<Blob> bottoms, List<Blob> tops) {
      layer.setUp(bottoms, tops);
      layer.reshape(bottoms, tops);
      context.fillParameters();
      return new TestLayer(
          declaration.type(), declaration.traits(options), layer, bottoms, tops, context);
    }
  }

  /** A parameter of zeros, as most fillers give it, would prove little. */
  private static void fillParameters(Layer layer) {
    for (int i = 0; i < layer.parameters().size(); i++) {
      fill(layer.parameters().get(i).data(), Values.between(-1, 1), "parameter " + i);
    }
  }

  private static List<Blob> bottoms(Case tested, Backend backend) {
    List<Blob> bottoms = blobs(tested.bottoms().size(), backend);
    fill(bottoms, tested);
    return bottoms;
  }

  private static List<Blob> blobs(int count, Backend backend) {
    return Stream.generate(() -> new Blob(Shape.of(), backend.memory())).limit(count).toList();
  }

  /** Gives bottoms the shapes and the values of a case. */
  static void fill(List<Blob> bottoms, Case tested) {
    for (int i = 0; i < bottoms.size(); i++) {
      Case.Bottom wanted = tested.bottoms().get(i);
      bottoms.get(i).reshape(wanted.shape());
      fill(bottoms.get(i).data(), wanted.values(), "bottom " + i);
    }
  }

  private static void fill(Tensor tensor, Values values, String purpose) {
    tensor.write().put(0, values.draw(tensor.count(), TestContext.stream(purpose)));
  }
}
