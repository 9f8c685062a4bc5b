package org.cortado.api.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.backend.Backend;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.backend.Kernels;
import org.cortado.api.blob.Blob;
import org.cortado.api.window.ReceptiveField;

/**
 * The base of a layer that is made of other layers: their types, their options and how they are
 * connected are all there is to say.
 *
 * <pre>{@code
 * @LayerType(name = "acme:Residual")
 * @Help("a convolution of x, added to x")
 * public final class ResidualLayer extends CompositeLayer {
 *
 *   @Inject
 *   ResidualLayer(LayerContext context, Backend backend) {
 *     super(context, backend);
 *   }
 *
 *   @Override
 *   protected List<Wire> connect(List<Wire> bottoms) {
 *     Wire x = bottoms.get(0);
 *     int channels = x.shape().dim(1);
 *     Map<String, ?> options = Map.of("num_output", channels, "kernel_size", 3, "pad", 1);
 *     Wire h = part("conv", "Convolution", options, x);
 *     h = part("relu", "ReLU", Map.of(), h);
 *     return List.of(part("sum", "Eltwise", Map.of(), h, x));
 *   }
 * }
 * }</pre>
 *
 * <p>Parts may be of any jar. The gradient is theirs: where a wire forks, gradients add; what
 * nothing learns by isn't computed. Their learned blobs and statistics are those of the layer, in
 * the order of the parts. The layer doesn't work in place, and its {@code backwardReads} are left
 * as they are. A loss among the parts counts where it is a top of the layer, which then is declared
 * a {@code loss} itself.
 */
public abstract class CompositeLayer implements Layer {

  private final LayerContext context;
  private final Parts parts;
  private final ElementwiseLoop addition;
  private final List<Wire> inputs = new ArrayList<>();
  private List<Wire> outputs = List.of();
  private final Set<Wire> fromOutside = new HashSet<>();
  private boolean[] planned = {};

  /**
   * Makes a layer whose parts are made when it is set up.
   *
   * @throws IllegalArgumentException if the layer declares that it works in place
   */
  protected CompositeLayer(LayerContext context, Backend backend) {
    this.context = context;
    parts = new Parts(context, backend);
    addition = new ElementwiseLoop(backend.parallel(), Kernels::sum);
    if (LayerTraits.of(getClass()).inPlaceForward()) {
      throw new IllegalArgumentException(
          getClass().getName() + " is made of parts, which can't work in place");
    }
  }

  /**
   * Makes the parts; called once.
   *
   * @param bottoms the layer's bottoms, with their shapes
   * @return what the tops are, in order
   * @throws InvalidLayerException if the shapes and the options don't go together
   */
  protected abstract List<Wire> connect(List<Wire> bottoms);

  /**
   * Adds a part that has one top.
   *
   * @param name tells the parts apart
   * @param type as net files name it
   * @param options as net files have them
   * @return the top
   * @throws InvalidLayerException if there is no such type, or it can't take the options or bottoms
   */
  protected final Wire part(String name, String type, Map<String, ?> options, Wire... bottoms) {
    return parts(name, type, options, 1, bottoms).get(0);
  }

  /** Adds a part that has several tops, as {@link #part} does. */
  protected final List<Wire> parts(
      String name, String type, Map<String, ?> options, int tops, Wire... bottoms) {
    return parts.add(context.part(name, type, options), List.of(bottoms), tops);
  }

  @Override
  public final void setUp(List<Blob> bottom, List<Blob> top) {
    for (Blob blob : bottom) {
      inputs.add(new Wire(context.blob(blob.shape())));
    }
    outputs = parts.leadOut(connect(List.copyOf(inputs)), inputs);
    if (outputs.size() != top.size()) {
      throw new InvalidLayerException(
          "the layer has %d tops, but there are %d in the net"
              .formatted(outputs.size(), top.size()));
    }
    LayerType type = LayerTraits.declaration(getClass());
    for (int i = 0; i < outputs.size(); i++) {
      if (LayerTraits.givesGradient(type, i)) {
        fromOutside.add(outputs.get(i));
      }
    }
  }

  @Override
  public final void reshape(List<Blob> bottom, List<Blob> top) {
    for (int i = 0; i < inputs.size(); i++) {
      inputs.get(i).blob().reshapeLike(bottom.get(i));
      inputs.get(i).blob().share(bottom.get(i));
      inputs.get(i).reshape();
    }
    for (int i = 0; i < outputs.size(); i++) {
      outputs.get(i).blob().data().reuse(top.get(i).data());
      outputs.get(i).blob().diff().reuse(top.get(i).diff());
    }
    parts.all().forEach(PlacedPart::reshape);
    for (int i = 0; i < outputs.size(); i++) {
      top.get(i).reshapeLike(outputs.get(i).blob());
    }
  }

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    List<PlacedPart> all = parts.all();
    for (int i = 0; i < all.size(); i++) {
      all.get(i).forward();
    }
  }

  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    if (!Arrays.equals(planned, propagateDown)) {
      plan(propagateDown);
      planned = propagateDown.clone();
    }
    List<PlacedPart> all = parts.all();
    for (int i = all.size() - 1; i >= 0; i--) {
      all.get(i).backward(addition);
    }
    for (int i = 0; i < propagateDown.length; i++) {
      if (propagateDown[i]) {
        inputs.get(i).gather(addition);
      }
    }
  }

  private void plan(boolean[] propagateDown) {
    for (int i = 0; i < propagateDown.length; i++) {
      inputs.get(i).plan(propagateDown[i], false);
    }
    parts.all().forEach(part -> part.planUp(fromOutside));
    for (int i = parts.all().size() - 1; i >= 0; i--) {
      parts.all().get(i).planDown();
    }
    inputs.forEach(Wire::planSums);
  }

  @Override
  public final List<Blob> parameters() {
    return parts.parameters();
  }

  @Override
  public final long multiplyAdds(List<Blob> bottom, List<Blob> top) {
    return parts.all().stream().mapToLong(PlacedPart::multiplyAdds).sum();
  }

  @Override
  public final ReceptiveField receptiveField(List<Blob> bottom, List<Blob> top) {
    parts.all().forEach(PlacedPart::see);
    return outputs.stream().map(Wire::seen).reduce(ReceptiveField.POINT, ReceptiveField::or);
  }

  @Override
  public final void close() {
    parts.all().forEach(PlacedPart::close);
  }
}
