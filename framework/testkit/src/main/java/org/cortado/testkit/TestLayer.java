package org.cortado.testkit;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cortado.api.DataLayer;
import org.cortado.api.Layer;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;

/**
 * One layer with its bottoms and tops, made as a net makes it: found by its type, given its options
 * record, set up, shaped, its parameters filled.
 */
public final class TestLayer implements AutoCloseable {

  private final LayerType type;
  private final LayerTraits traits;
  private final Layer layer;
  private final TestContext context;
  private final List<Blob> bottoms;
  private final List<Blob> tops;
  private final String draw;

  TestLayer(
      LayerType type,
      LayerTraits traits,
      Layer layer,
      TestContext context,
      List<Blob> bottoms,
      List<Blob> tops,
      String draw) {
    this.type = type;
    this.traits = traits;
    this.layer = layer;
    this.context = context;
    this.draw = draw;
    this.bottoms = List.copyOf(bottoms);
    this.tops = List.copyOf(tops);
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
    return LayerMaker.make(ClassPathLayers.find(type), options, tops, bottoms);
  }

  /** Gives the bottoms the shapes and values of another case of the same layer. */
  void become(Case other) {
    LayerMaker.fill(bottoms, other);
    layer.reshape(bottoms, tops);
  }

  /** Sets the number of the next sweep, which is 0 otherwise. */
  public void iteration(long number) {
    context.iteration(number);
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

  /** Returns whether a gradient comes through a top. */
  boolean givesGradient(int top) {
    return LayerTraits.givesGradient(type, top);
  }

  /** Returns whether there is a parameter that takes a gradient: a statistic takes none. */
  boolean hasLearned() {
    return layer.parameters().stream().anyMatch(Blob::takesGradient);
  }

  boolean takesGradient(int bottom) {
    return LayerTraits.takesGradient(type, bottom, bottoms.size());
  }

  LayerType type() {
    return type;
  }

  LayerTraits traits() {
    return traits;
  }

  TestContext context() {
    return context;
  }

  /** Returns what tells its numbers from those of its like. */
  String draw() {
    return draw;
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
