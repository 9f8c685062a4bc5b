package org.cortado.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cortado.api.CarriedState;
import org.cortado.api.LayerContext;
import org.cortado.api.Part;
import org.cortado.api.Phase;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Memory;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.filler.Filler;
import org.cortado.api.random.RandomStream;
import org.cortado.engine.plugin.PartFactory;

/** What a layer under test gets in place of a net. */
final class TestContext implements LayerContext {

  private static final long SEED = 1701;

  private final Phase phase;
  private final Memory memory;
  private final PartFactory parts;
  private final Map<Blob, Filler> parameters = new LinkedHashMap<>();
  private long iteration;
  private boolean random;

  TestContext(Phase phase, Memory memory, PartFactory parts) {
    this.phase = phase;
    this.memory = memory;
    this.parts = parts;
  }

  @Override
  public String name() {
    return "tested";
  }

  @Override
  public Part part(String name, String type, Map<String, ?> options) {
    return parts.make(type, options, new PartContext(this, name() + "/" + name));
  }

  @Override
  public Phase phase() {
    return phase;
  }

  @Override
  public Blob parameter(Shape shape, Filler filler) {
    Blob blob = new Blob(shape, memory);
    parameters.put(blob, filler);
    return blob;
  }

  @Override
  public Blob statistic(Shape shape, Filler filler) {
    Blob blob = Blob.withoutGradient(shape, memory);
    parameters.put(blob, filler);
    return blob;
  }

  @Override
  public CarriedState carried(String purpose) {
    return new CarriedState(tensor(Shape.of(0)), tensor(Shape.of(0)), this::iteration);
  }

  @Override
  public Tensor tensor(Shape shape) {
    return new Tensor(shape, memory);
  }

  @Override
  public Blob blob(Shape shape) {
    return new Blob(shape, memory);
  }

  @Override
  public RandomStream random(String purpose) {
    random = true;
    return stream(purpose);
  }

  @Override
  public long iteration() {
    return iteration;
  }

  /** Sets the number of the next sweep. */
  void iteration(long number) {
    iteration = number;
  }

  /** Returns a source of its own for a purpose. */
  static RandomStream stream(String purpose) {
    return new RandomStream(RandomStream.mix(SEED + purpose.hashCode()));
  }

  /** Returns whether the layer has asked for random numbers. */
  boolean isRandom() {
    return random;
  }

  /** Returns all that the layer has made to be learned, in that order. */
  List<Blob> parameters() {
    return List.copyOf(parameters.keySet());
  }

  /**
   * Gives all parameters numbers other than their fillers': zeros, say, would prove little.
   * Statistics are positive, as variances must be.
   */
  void drawParameters(String draw) {
    List<Blob> all = parameters();
    for (int i = 0; i < all.size(); i++) {
      Values values = all.get(i).takesGradient() ? Values.between(-1, 1) : Values.positive();
      LayerMaker.fill(all.get(i).data(), values, "parameter " + i + draw);
    }
  }

  /** Gives all parameters their first values, by the fillers that the layer asked for. */
  void fillParameters() {
    int index = 0;
    for (Map.Entry<Blob, Filler> parameter : parameters.entrySet()) {
      Blob blob = parameter.getKey();
      RandomStream random = stream("filler " + index++);
      parameter.getValue().fill(blob.data().write(), blob.shape(), random);
    }
  }
}
