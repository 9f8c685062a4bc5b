package org.cortado.testkit;

import java.util.Map;
import org.cortado.api.CarriedState;
import org.cortado.api.LayerContext;
import org.cortado.api.Part;
import org.cortado.api.Phase;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.filler.Filler;
import org.cortado.api.random.RandomStream;

/**
 * What a part of a layer under test gets.
 *
 * @param whole what that layer gets
 * @param name of the part
 */
record PartContext(TestContext whole, String name) implements LayerContext {

  @Override
  public Phase phase() {
    return whole.phase();
  }

  @Override
  public Blob parameter(Shape shape, Filler filler) {
    return whole.parameter(shape, filler);
  }

  @Override
  public Blob statistic(Shape shape, Filler filler) {
    return whole.statistic(shape, filler);
  }

  @Override
  public CarriedState carried(String purpose) {
    return whole.carried(name + " " + purpose);
  }

  @Override
  public Tensor tensor(Shape shape) {
    return whole.tensor(shape);
  }

  @Override
  public Blob blob(Shape shape) {
    return whole.blob(shape);
  }

  @Override
  public Part part(String part, String type, Map<String, ?> options) {
    return whole.part(name.substring(whole.name().length() + 1) + "/" + part, type, options);
  }

  @Override
  public RandomStream random(String purpose) {
    return whole.random(name + " " + purpose);
  }

  @Override
  public long iteration() {
    return whole.iteration();
  }
}
