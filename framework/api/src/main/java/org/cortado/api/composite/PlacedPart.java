package org.cortado.api.composite;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cortado.api.DataException;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerTraits;
import org.cortado.api.NumbersException;
import org.cortado.api.Part;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.blob.Blob;
import org.cortado.api.window.ReceptiveField;

/** A part between the wires that it reads and writes. */
final class PlacedPart {

  private final Part part;
  private final List<Wire> inputs;
  private final List<Blob> bottoms;
  private final List<Wire> outputs;
  private final List<Blob> tops;
  private final boolean[] propagateDown;
  private final boolean[] handedOut;
  private boolean runsBackward;

  /**
   * Places a part.
   *
   * @param bottoms what it sees of its inputs
   */
  PlacedPart(Part part, List<Wire> inputs, List<Blob> bottoms, List<Wire> outputs) {
    this.part = part;
    this.inputs = inputs;
    this.bottoms = bottoms;
    this.outputs = outputs;
    tops = outputs.stream().map(Wire::blob).toList();
    propagateDown = new boolean[bottoms.size()];
    handedOut = new boolean[bottoms.size()];
  }

  List<Wire> outputs() {
    return outputs;
  }

  /** Returns the learned blobs and the statistics. */
  List<Blob> parameters() {
    return part.layer().parameters();
  }

  void setUp() {
    try {
      part.layer().setUp(bottoms, tops);
    } catch (RuntimeException e) {
      throw named(e, "setUp");
    }
  }

  void reshape() {
    try {
      part.layer().reshape(bottoms, tops);
    } catch (RuntimeException e) {
      throw named(e, "reshape");
    }
    outputs.forEach(Wire::reshape);
  }

  void forward() {
    try {
      part.layer().forward(bottoms, tops);
    } catch (RuntimeException e) {
      throw named(e, "forward");
    }
  }

  void backward(ElementwiseLoop addition) {
    if (runsBackward) {
      for (int i = 0; i < outputs.size(); i++) {
        outputs.get(i).gather(addition);
      }
      System.arraycopy(propagateDown, 0, handedOut, 0, handedOut.length);
      try {
        part.layer().backward(tops, handedOut, bottoms);
      } catch (RuntimeException e) {
        throw named(e, "backward");
      }
    }
  }

  private RuntimeException named(RuntimeException e, String pass) {
    String message = "in " + part + ": " + e.getMessage();
    if (e instanceof InvalidLayerException) {
      return new InvalidLayerException(message);
    }
    if (e instanceof DataException) {
      return new DataException(message, e);
    }
    if (e instanceof NumbersException) {
      return new NumbersException(message, e);
    }
    List<?> shapes = bottoms.stream().map(Blob::shape).toList();
    return new IllegalStateException(
        "in %s: %s failed on bottoms %s: %s".formatted(part, pass, shapes, e), e);
  }

  /**
   * Decides for which outputs a gradient is wanted, once that is known of its inputs.
   *
   * @param fromOutside the wires that get one from outside of the layer
   */
  void planUp(Set<Wire> fromOutside) {
    boolean wanted =
        part.declaration().differentiable()
            && (learns() || IntStream.range(0, bottoms.size()).anyMatch(this::isWanted));
    outputs.forEach(output -> output.plan(wanted, fromOutside.contains(output)));
  }

  /** Decides what gradients it gives its inputs, once that is known of its outputs. */
  void planDown() {
    outputs.forEach(Wire::planSums);
    boolean given = IntStream.range(0, tops.size()).anyMatch(this::isGiven);
    runsBackward = given && outputs.get(0).isWanted();
    for (int i = propagateDown.length - 1; i >= 0; i--) {
      propagateDown[i] = runsBackward && isWanted(i);
      if (propagateDown[i]) {
        inputs.get(i).expectGradient(bottoms.get(i));
      }
    }
  }

  private boolean learns() {
    return parameters().stream().anyMatch(Blob::takesGradient);
  }

  private boolean isWanted(int bottom) {
    return inputs.get(bottom).isWanted()
        && LayerTraits.takesGradient(part.declaration(), bottom, bottoms.size());
  }

  private boolean isGiven(int top) {
    return outputs.get(top).isGiven() && LayerTraits.givesGradient(part.declaration(), top);
  }

  long multiplyAdds() {
    return part.layer().multiplyAdds(bottoms, tops);
  }

  /** Tells its outputs what they see of the layer's bottoms. */
  void see() {
    ReceptiveField below =
        inputs.stream().map(Wire::seen).reduce(ReceptiveField.POINT, ReceptiveField::or);
    ReceptiveField field = part.layer().receptiveField(bottoms, tops).over(below);
    outputs.forEach(output -> output.see(field));
  }

  void close() {
    part.layer().close();
  }
}
