package org.cortado.api.composite;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.Layer;
import org.cortado.api.LayerContext;
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
 * as they are. A part that shapes its tops only when it runs has those after it reshaped, as in a
 * net. A loss among the parts counts where it is a top of the layer, which then is declared a
 * {@code loss} itself.
 */
public abstract class CompositeLayer implements Layer {

  private final Declaration declaration;
  private final LayerContext context;
  private final Parts parts;
  private final ElementwiseLoop addition;
  private List<Wire> inputs = List.of();
  private List<Wire> outputs = List.of();
  private GradientPlan plan = new GradientPlan(List.of(), List.of(), Set.of());

  /**
   * Makes a layer whose parts are made when it is set up.
   *
   * @throws IllegalArgumentException if the layer declares that it works in place, or that backward
   *     doesn't read what a part of it may read
   */
  protected CompositeLayer(LayerContext context, Backend backend) {
    this.context = context;
    parts = new Parts(context, backend);
    addition = new ElementwiseLoop(backend.parallel(), Kernels::sum);
    declaration = new Declaration(getClass());
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
   * Adds a part that has one top, to be called in {@link #connect}.
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
    inputs = parts.leadIn(bottom);
    outputs = parts.leadOut(connect(inputs), inputs);
    if (outputs.size() != top.size()) {
      throw new InvalidLayerException(
          "the layer has %d tops, but there are %d in the net"
              .formatted(outputs.size(), top.size()));
    }
    plan = new GradientPlan(inputs, parts.all(), declaration.gettingGradient(outputs));
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
    shape(top);
  }

  /** A part may have said only in its forward pass how large its tops are. */
  private void shape(List<Blob> top) {
    for (int i = 0; i < outputs.size(); i++) {
      if (!top.get(i).shape().equals(outputs.get(i).shape())) {
        top.get(i).reshapeLike(outputs.get(i).blob());
      }
    }
  }

  @Override
  public final void forward(List<Blob> bottom, List<Blob> top) {
    List<PlacedPart> all = parts.all();
    for (int i = 0; i < all.size(); i++) {
      all.get(i).forward();
    }
    shape(top);
  }

  @Override
  public final void backward(List<Blob> top, boolean[] propagateDown, List<Blob> bottom) {
    plan.follow(propagateDown);
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
