package org.cortado.testkit;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortado.api.DataLayer;
import org.cortado.api.Layer;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.Phase;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.LayerDeclaration;

/**
 * One layer with its bottoms and tops, made as a net makes it: found by its type, given its options
 * record, set up, shaped, its parameters filled.
 */
public final class TestLayer implements AutoCloseable {

  private static final LayerCatalogue CATALOGUE = LayerCatalogue.load();

  private final LayerDeclaration declaration;
  private final LayerTraits traits;
  private final Layer layer;
  private final List<Blob> bottoms;
  private final List<Blob> tops;

  private TestLayer(Made made, List<Blob> bottoms, List<Blob> tops) {
    this.declaration = made.declaration;
    this.traits = made.traits;
    this.layer = made.layer;
    this.bottoms = List.copyOf(bottoms);
    this.tops = List.copyOf(tops);
    layer.setUp(this.bottoms, this.tops);
    layer.reshape(this.bottoms, this.tops);
    made.context.fillParameters();
  }

  /** A layer that was made but not set up. */
  private record Made(
      LayerDeclaration declaration, LayerTraits traits, Layer layer, TestContext context) {}

  /** Returns what the class path says of a type. */
  static LayerDeclaration declaration(String type) {
    return CATALOGUE
        .find(type)
        .orElseThrow(
            () ->
                new AssertionError(
                    "no layer of type '%s' is registered; does its LayerModule list it, and does META-INF/services name the module? There are: %s"
                        .formatted(type, CATALOGUE.names())));
  }

  private static Made make(String type, Map<String, Object> options, Phase phase, Backend backend) {
    LayerDeclaration declaration = declaration(type);
    Record read = new OptionsReader(CATALOGUE).read(declaration, options);
    TestContext context = new TestContext(phase, backend.memory());
    Layer layer = declaration.create(read, context, backend);
    return new Made(declaration, declaration.traits(read), layer, context);
  }

  /**
   * Makes a layer in the training phase with blobs of one's own, on the portable backend.
   *
   * @param tops how many tops it has
   * @throws org.cortado.engine.definition.DefinitionException if the options are wrong
   * @throws org.cortado.api.InvalidLayerException if the layer refuses the bottoms
   */
  public static TestLayer of(
      String type, Map<String, Object> options, int tops, List<Blob> bottoms) {
    Backend backend = Backends.portable();
    return new TestLayer(make(type, options, Phase.TRAIN, backend), bottoms, blobs(tops, backend));
  }

  /** Makes the layer of a case, bottoms and parameters filled. */
  static TestLayer of(Case tested, Backend backend) {
    return of(tested, backend, bottoms(tested, backend), blobs(tested.tops(), backend));
  }

  /** Makes the layer of a case, its first top being its first bottom. */
  static TestLayer inPlace(Case tested, Backend backend) {
    List<Blob> bottoms = bottoms(tested, backend);
    List<Blob> tops = new ArrayList<>(blobs(tested.tops(), backend));
    tops.set(0, bottoms.get(0));
    return of(tested, backend, bottoms, tops);
  }

  private static TestLayer of(Case tested, Backend backend, List<Blob> bottoms, List<Blob> tops) {
    Made made = make(tested.type(), tested.options(), tested.phase(), backend);
    return new TestLayer(made, bottoms, tops).filled();
  }

  private static List<Blob> bottoms(Case tested, Backend backend) {
    List<Blob> bottoms = blobs(tested.bottoms().size(), backend);
    fill(bottoms, tested);
    return bottoms;
  }

  private static void fill(List<Blob> bottoms, Case tested) {
    for (int i = 0; i < bottoms.size(); i++) {
      Case.Bottom wanted = tested.bottoms().get(i);
      Blob bottom = bottoms.get(i);
      bottom.reshape(wanted.shape());
      float[] values = wanted.values().draw(bottom.count(), TestContext.stream("bottom " + i));
      bottom.data().write().put(0, values);
    }
  }

  private static List<Blob> blobs(int count, Backend backend) {
    return Stream.generate(() -> new Blob(Shape.of(), backend.memory())).limit(count).toList();
  }

  /** Replaces what fillers gave, since a parameter of zeros proves little. */
  private TestLayer filled() {
    for (int i = 0; i < layer.parameters().size(); i++) {
      Tensor data = layer.parameters().get(i).data();
      float[] values =
          Values.between(-1, 1).draw(data.count(), TestContext.stream("parameter " + i));
      data.write().put(0, values);
    }
    return this;
  }

  /** Gives the bottoms the shapes and values of another case of the same layer. */
  void become(Case other) {
    fill(bottoms, other);
    layer.reshape(bottoms, tops);
  }

  /** Runs forward; a data layer always shows its first batch. */
  public void forward() {
    if (layer instanceof DataLayer data) {
      data.seek(0);
    }
    layer.forward(bottoms, tops);
  }

  /** Runs backward with the given diff of the first top, zeros for further tops. */
  public void backward(double... dy) {
    tops.forEach(top -> top.diff().clear());
    put(tops.get(0).diff(), dy);
    layer.backward(tops, gradientFlags(), bottoms);
  }

  private static void put(Tensor tensor, double... values) {
    if (values.length != tensor.count()) {
      throw new IllegalArgumentException(
          tensor.shape() + " can't hold " + values.length + " values");
    }
    FloatBuffer floats = tensor.write();
    for (int i = 0; i < values.length; i++) {
      floats.put(i, (float) values[i]);
    }
  }

  /** Returns the data of a top. */
  public float[] top(int index) {
    return copy(tops.get(index).data());
  }

  /** Returns the shape of a top. */
  public Shape topShape(int index) {
    return tops.get(index).shape();
  }

  /** Returns the diff of a bottom. */
  public float[] bottomDiff(int index) {
    return copy(bottoms.get(index).diff());
  }

  /** Returns the data of a parameter. */
  public float[] parameter(int index) {
    return copy(layer.parameters().get(index).data());
  }

  /** Returns the diff of a parameter. */
  public float[] parameterDiff(int index) {
    return copy(layer.parameters().get(index).diff());
  }

  /** Sets the data of a parameter. */
  public void setParameter(int index, double... values) {
    put(layer.parameters().get(index).data(), values);
  }

  /** Returns a copy of a tensor's elements. */
  static float[] copy(Tensor tensor) {
    float[] values = new float[tensor.count()];
    tensor.read().get(0, values);
    return values;
  }

  /** Returns flags that ask for every gradient there is. */
  boolean[] gradientFlags() {
    boolean[] flags = new boolean[bottoms.size()];
    IntStream.range(0, flags.length).forEach(i -> flags[i] = takesGradient(i));
    return flags;
  }

  boolean takesGradient(int bottom) {
    return Arrays.stream(type().noGradient()).noneMatch(index -> index == bottom);
  }

  LayerType type() {
    return declaration.type();
  }

  LayerTraits traits() {
    return traits;
  }

  /** Returns the layer itself. */
  public Layer layer() {
    return layer;
  }

  /** Returns the bottoms. */
  public List<Blob> bottoms() {
    return bottoms;
  }

  /** Returns the tops. */
  public List<Blob> tops() {
    return tops;
  }

  @Override
  public void close() {
    layer.close();
  }
}
