package org.cortado.layers.core.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortado.api.CarriedState;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.Part;
import org.cortado.api.Phase;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.filler.Filler;
import org.cortado.api.random.RandomStream;

/** Runs a layer without bottoms by hand. */
final class DataBench {

  private final Layer layer;
  private final List<Blob> tops;

  /** Sets a layer up with so many tops. */
  DataBench(Layer layer, int tops) {
    this.layer = layer;
    this.tops = Stream.generate(DataBench::blob).limit(tops).toList();
    layer.setUp(List.of(), this.tops);
    layer.reshape(List.of(), this.tops);
  }

  /** Returns a context with a fixed seed. */
  static Context context(Phase phase) {
    return new Context(phase, 1701);
  }

  static Blob blob() {
    return new Blob(Shape.of(), HeapFree::new);
  }

  Blob top(int index) {
    return tops.get(index);
  }

  /** Runs forward once and returns what a top holds. */
  List<Float> next(int top) {
    layer.forward(List.of(), tops);
    return values(tops.get(top));
  }

  /** Runs forward so many times and returns what top 0 held each time. */
  List<List<Float>> batches(int count) {
    return Stream.generate(() -> next(0)).limit(count).toList();
  }

  static List<Float> values(Blob blob) {
    FloatBuffer floats = blob.data().read();
    List<Float> values = new ArrayList<>();
    for (int i = 0; i < blob.count(); i++) {
      values.add(floats.get(i));
    }
    return values;
  }

  private record HeapFree(FloatBuffer floats) implements Memory.Allocation {

    HeapFree(int count) {
      this(
          ByteBuffer.allocateDirect(count * Float.BYTES)
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer());
    }

    @Override
    public void close() {}
  }

  /** What a net would tell the layer. */
  static final class Context implements LayerContext {

    private final Phase phase;
    private final long seed;
    private long iteration;

    Context(Phase phase, long seed) {
      this.phase = phase;
      this.seed = seed;
    }

    void iteration(long number) {
      iteration = number;
    }

    @Override
    public String name() {
      return "data";
    }

    @Override
    public Phase phase() {
      return phase;
    }

    @Override
    public long iteration() {
      return iteration;
    }

    @Override
    public Blob parameter(Shape shape, Filler filler) {
      throw new UnsupportedOperationException("data layers learn nothing");
    }

    @Override
    public Blob statistic(Shape shape, Filler filler) {
      return parameter(shape, filler);
    }

    @Override
    public CarriedState carried(String purpose) {
      return new CarriedState(tensor(Shape.of(0)), tensor(Shape.of(0)), this::iteration);
    }

    @Override
    public Tensor tensor(Shape shape) {
      return new Tensor(shape, HeapFree::new);
    }

    @Override
    public Blob blob(Shape shape) {
      return new Blob(shape, HeapFree::new);
    }

    @Override
    public Part part(String name, String type, Map<String, ?> options) {
      throw new UnsupportedOperationException();
    }

    @Override
    public RandomStream random(String purpose) {
      return new RandomStream(
          () -> RandomStream.mix(seed + purpose.hashCode()) + RandomStream.mix(iteration));
    }
  }
}
