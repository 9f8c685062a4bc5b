package org.cortado.engine.net;

import java.util.List;
import java.util.function.Supplier;
import org.cortado.api.Layer;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.window.ReceptiveField;
import org.cortado.engine.definition.LayerDefinition;
import org.jspecify.annotations.Nullable;

/** A layer of a net with the blobs it stands between. */
public final class NetLayer {

  private final WiredLayer wired;
  private final Layer layer;
  private final List<Blob> bottoms;
  private final List<Blob> tops;
  private final @Nullable Shape[] shapes;
  private final BackwardPart backward;
  private @Nullable String forwardOnly;
  private boolean stale;
  private @Nullable Runnable whereUnequal;
  private double loss;

  NetLayer(WiredLayer wired, Layer layer, List<Blob> bottoms, List<Blob> tops) {
    this.wired = wired;
    this.layer = layer;
    this.bottoms = List.copyOf(bottoms);
    this.tops = List.copyOf(tops);
    shapes = new Shape[bottoms.size()];
    backward = new BackwardPart(bottoms.size(), tops.size());
  }

  /** Returns the name in the net file; that of a split is derived from its blob's. */
  public String name() {
    return wired.name();
  }

  /** Returns whether the net put it in, to split a blob that several layers read. */
  public boolean isInserted() {
    return wired.tops().stream().anyMatch(Version::isBranch);
  }

  /** Returns the type as net files name it. */
  public String type() {
    return declaration().name();
  }

  /** Returns what the layer declares of itself. */
  public LayerType declaration() {
    return wired.layer().declaration().type();
  }

  /** Returns what it declares for the memory planner, with its options considered. */
  public LayerTraits traits() {
    return wired.layer().traits();
  }

  /**
   * Returns the definition of the layer that owns the parameters; its own unless it shares them.
   */
  LayerDefinition parameterOwner() {
    return wired.layer().parameterOwner();
  }

  /** Returns the layer as the file has it. */
  public LayerDefinition definition() {
    return wired.layer().definition();
  }

  /** Returns the layer itself. */
  public Layer layer() {
    return layer;
  }

  /**
   * Asks the layer something.
   *
   * @param call what messages call it: {@code seek(3)}
   * @throws LayerFailedException if its code throws what it isn't meant to
   */
  public <T> T ask(String call, Supplier<T> code) {
    return LayerFault.guard(this, call, code);
  }

  /** Tells the layer something, as {@link #ask} asks. */
  public void tell(String call, Runnable code) {
    ask(
        call,
        () -> {
          code.run();
          return call;
        });
  }

  /** Returns what the layer says of its work; see {@link Layer#multiplyAdds}. */
  public long multiplyAdds() {
    return ask("multiplyAdds", () -> layer.multiplyAdds(bottoms, tops));
  }

  /** Returns what the layer says of its sight; see {@link Layer#receptiveField}. */
  public ReceptiveField receptiveField() {
    return ask("receptiveField", () -> layer.receptiveField(bottoms, tops));
  }

  /** Returns what it reads. */
  public List<Blob> bottoms() {
    return bottoms;
  }

  /** Returns what it writes. */
  public List<Blob> tops() {
    return tops;
  }

  /** Returns how much each top counts in the total loss. */
  public List<Float> lossWeights() {
    return wired.lossWeights();
  }

  /** Returns whether the layer has a part in the backward sweep. */
  public boolean runsBackward() {
    return gradient().runs();
  }

  /** Returns, for each bottom, whether backward computes its diff. */
  public boolean[] propagateDown() {
    return backward.propagateDown().clone();
  }

  WiredLayer wired() {
    return wired;
  }

  /** Returns whether the layer has a part in the backward sweep, and why. */
  public LayerGradient gradient() {
    return backward.gradient();
  }

  /** Returns, for each bottom, whether backward computes its diff, and why. */
  public List<BottomGradient> bottomGradients() {
    return backward.bottoms();
  }

  BackwardPart backwardPart() {
    return backward;
  }

  /**
   * Notes that top 0 stands on the memory of bottom 0 although the file doesn't say so.
   *
   * @param otherwise what to do before the layer runs where their counts are no longer equal
   */
  void workInPlace(Runnable otherwise) {
    whereUnequal = otherwise;
  }

  /** Reshapes anew before the layer runs next, whatever it stands on by then. */
  void forgetPlan() {
    whereUnequal = null;
    stale = true;
  }

  /**
   * Lets the layer's gradient be spoilt, which then can't be had.
   *
   * @param why what about the layer spoils it: "works in place"
   */
  void runForwardOnly(String why) {
    forwardOnly = why;
  }

  /**
   * Returns what the layer added to the total loss when it last ran forward.
   *
   * <p>Summed up then, because a layer after it may overwrite the top in place.
   */
  public double loss() {
    return loss;
  }

  /** Reshapes where a bottom's shape is another than last time, then computes the tops. */
  void forward() {
    String call = "reshape";
    try {
      if (stale || shapesChanged()) {
        reshape();
      }
      call = "forward";
      layer.forward(bottoms, tops);
    } catch (Throwable e) { // A plug-in's code may throw anything.
      throw LayerFault.of(this, e, call);
    }
    loss = weightedTops();
  }

  private double weightedTops() {
    double sum = 0;
    for (int top = 0; top < tops.size(); top++) {
      float weight = lossWeights().get(top);
      sum += weight == 0 ? 0 : weight * Values.sum(tops.get(top).data());
    }
    return sum;
  }

  void backward() {
    if (!runsBackward()) {
      return;
    }
    String why = forwardOnly;
    if (why != null) {
      throw new IllegalStateException(
          definition().subject() + why + ", so the net must be built for gradients");
    }
    backward.prepare(tops, lossWeights());
    try {
      layer.backward(tops, backward.propagateDown(), bottoms);
    } catch (Throwable e) {
      throw LayerFault.of(this, e, "backward");
    }
  }

  /** Shapes the tops; the bottoms' shapes are only noted once that has gone well. */
  void reshape() {
    layer.reshape(bottoms, tops);
    Runnable otherwise = whereUnequal;
    if (otherwise != null && bottoms.get(0).count() != tops.get(0).count()) {
      otherwise.run();
      layer.reshape(bottoms, tops);
    }
    stale = false;
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = bottoms.get(i).shape();
    }
  }

  private boolean shapesChanged() {
    for (int i = 0; i < shapes.length; i++) {
      if (!bottoms.get(i).shape().equals(shapes[i])) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return name() + " (" + type() + ")";
  }
}
