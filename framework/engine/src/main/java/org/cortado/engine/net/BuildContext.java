package org.cortado.engine.net;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cortado.api.CarriedState;
import org.cortado.api.InvalidLayerException;
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
import org.cortado.engine.plugin.PluginException;
import org.cortado.engine.plugin.PluginFault;

/** What one layer gets from the net that it is built for; remembers the fillers it asked for. */
final class BuildContext implements LayerContext {

  /** Tells a part from a layer of the same name: no name in a file can hold it. */
  private static final char PART = '\u001f';

  private final String name;
  private final String key;
  private final Phase phase;
  private final Memory memory;
  private final RandomKeys keys;
  private final PartFactory parts;
  private final IdentityHashMap<Blob, Filler> fillers;
  private final Map<String, CarriedState> carried;

  BuildContext(String name, Phase phase, Memory memory, RandomKeys keys, PartFactory parts) {
    this.name = name;
    key = name;
    this.phase = phase;
    this.memory = memory;
    this.keys = keys;
    this.parts = parts;
    fillers = new IdentityHashMap<>();
    carried = new LinkedHashMap<>();
  }

  /** Makes that of a part, whose parameters and states are those of the whole. */
  private BuildContext(BuildContext whole, String part) {
    name = whole.name + "/" + part;
    key = whole.key + PART + part;
    phase = whole.phase;
    memory = whole.memory;
    keys = whole.keys;
    parts = whole.parts;
    fillers = whole.fillers;
    carried = whole.carried;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Phase phase() {
    return phase;
  }

  @Override
  public Blob parameter(Shape shape, Filler filler) {
    Blob blob = new Blob(shape, memory);
    fillers.put(blob, filler);
    return blob;
  }

  @Override
  public Blob statistic(Shape shape, Filler filler) {
    Blob blob = Blob.withoutGradient(shape, memory);
    fillers.put(blob, filler);
    return blob;
  }

  @Override
  public CarriedState carried(String purpose) {
    Shape none = Shape.of(0);
    CarriedState state = new CarriedState(tensor(none), tensor(none), keys::iteration);
    if (purpose.indexOf('/') >= 0 || purpose.indexOf(PART) >= 0) {
      throw new IllegalArgumentException("'" + purpose + "' must have no slash");
    }
    if (carried.putIfAbsent(key + "/" + purpose, state) != null) {
      throw new IllegalStateException("'" + purpose + "' is carried already");
    }
    return state;
  }

  /** Returns what the layer carries from sweep to sweep, by its name and the purpose. */
  Map<String, CarriedState> carried() {
    return carried;
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
  public Part part(String part, String type, Map<String, ?> options) {
    if (part.isBlank() || part.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("'" + part + "' can't be the name of a part");
    }
    return parts.make(type, options, new BuildContext(this, part));
  }

  @Override
  public RandomStream random(String purpose) {
    return keys.stream(key, purpose);
  }

  @Override
  public long iteration() {
    return keys.iteration();
  }

  /** Gives a parameter its first values, by the file's filler or the layer's own. */
  void fill(Parameter parameter, Filler filler) {
    RandomStream random = keys.fixedStream(parameter.layer(), "parameter " + parameter.index());
    try {
      filler.fill(parameter.blob().data().write(), parameter.blob().shape(), random);
    } catch (InvalidLayerException e) {
      throw e;
    } catch (Throwable e) { // A plug-in's code may throw anything.
      throw new PluginException(
          "layer '%s': the filler %s of %s failed on parameter %d, %s: %s"
              .formatted(
                  parameter.layer(),
                  filler.getClass().getSimpleName(),
                  PluginFault.jar(filler.getClass()),
                  parameter.index(),
                  parameter.blob().shape(),
                  PluginFault.told(filler.getClass(), e)),
          e);
    }
  }

  /** Returns the filler that the layer asked for. */
  Filler filler(Blob parameter) {
    Filler filler = fillers.get(parameter);
    if (filler == null) {
      throw new IllegalStateException(
          "layer '" + name + "' returns a parameter that it did not get from its context");
    }
    return filler;
  }
}
