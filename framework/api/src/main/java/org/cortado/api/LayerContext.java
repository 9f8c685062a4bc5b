package org.cortado.api;

import java.util.Map;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.blob.Tensor;
import org.cortado.api.filler.Filler;
import org.cortado.api.random.RandomStream;

/** What a net tells one of its layers, and what it makes for it. */
public interface LayerContext {

  /** Returns the layer's name in the net file. */
  String name();

  /** Returns what the net is run for. */
  Phase phase();

  /**
   * Makes a learned blob, to be called in {@code setUp}; the net fills its data before the first
   * sweep, or shares another layer's, as the file says.
   *
   * <p>The layer must return it from {@link Layer#parameters}.
   */
  Blob parameter(Shape shape, Filler filler);

  /**
   * Makes a blob that is saved with the parameters and not learned, such as a running mean, to be
   * called in {@code setUp}; it takes no gradient.
   *
   * <p>The layer must return it from {@link Layer#parameters}, and may change it in forward.
   */
  Blob statistic(Shape shape, Filler filler);

  /**
   * Makes what one sweep hands to the next, empty at first; to be called once for each purpose.
   *
   * @param purpose tells the states of one layer apart; without a slash
   */
  CarriedState carried(String purpose);

  /** Makes a tensor of the layer's own that lives as long as the net. */
  Tensor tensor(Shape shape);

  /** Makes a blob of the layer's own that lives as long as the net; it isn't a parameter. */
  Blob blob(Shape shape);

  /**
   * Makes a layer that is a part of this one, to be called in {@code setUp}.
   *
   * <p>The part makes its parameters by this context. Messages call it {@code outer/inner}, and it
   * has random numbers of its own, other than those of a layer that a net calls so. The layer sets
   * it up, runs it and closes it; {@link org.cortado.api.composite.CompositeLayer} does all of
   * that.
   *
   * @param name tells the parts of one layer apart
   * @param type as net files name it
   * @param options as net files have them: words, numbers, booleans, and lists and maps of them
   * @throws InvalidLayerException if there is no such type, the options are wrong, or it is a
   *     {@link DataLayer} or a {@link MetricLayer}, which nets alone can have
   */
  Part part(String name, String type, Map<String, ?> options);

  /**
   * Makes a source of random numbers of the layer's own.
   *
   * <p>Its key is made of the run's seed, the layer's name, the purpose and, at each {@link
   * RandomStream#restart}, the iteration: adding a layer changes nothing elsewhere, and a repeated
   * forward pass of one iteration draws the same numbers.
   *
   * @param purpose tells the sources of one layer apart
   */
  RandomStream random(String purpose);

  /**
   * Returns the number of the sweep at hand.
   *
   * <p>What a layer carries from sweep to sweep is a function of it, as random numbers are: sweep
   * {@code i} starts from what sweep {@code i - 1} ended with, however often either is run.
   */
  long iteration();
}
