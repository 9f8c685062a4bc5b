package org.cortado.api.composite;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cortado.api.LayerTraits;
import org.cortado.api.Part;
import org.cortado.api.backend.ElementwiseLoop;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;
import org.cortado.api.window.ReceptiveField;

/** A part between the wires that it reads and writes. */
final class PlacedPart {

  private final Part part;
  private final List<Wire> inputs;
  private final List<Blob> bottoms;
  private final List<Wire> outputs;
  private final List<Blob> tops;
  private final Shape[] shapes;
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
    shapes = bottoms.stream().map(Blob::shape).toArray(Shape[]::new);
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
    part.layer().setUp(bottoms, tops);
  }

  void reshape() {
    part.layer().reshape(bottoms, tops);
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = bottoms.get(i).shape();
    }
    outputs.forEach(Wire::reshape);
  }

  /** Reshapes where a part before it changed a shape when it ran, then computes the outputs. */
  void forward() {
    if (shapesChanged()) {
      reshape();
    }
    part.layer().forward(bottoms, tops);
    for (int i = 0; i < outputs.size(); i++) {
      outputs.get(i).reshapeIfChanged();
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

  void backward(ElementwiseLoop addition) {
    if (runsBackward) {
      for (int i = 0; i < outputs.size(); i++) {
        outputs.get(i).gather(addition);
      }
      System.arraycopy(propagateDown, 0, handedOut, 0, handedOut.length);
      part.layer().backward(tops, handedOut, bottoms);
    }
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
