package org.cortado.api.composite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cortado.api.InvalidLayerException;
import org.cortado.api.LayerContext;
import org.cortado.api.LayerType;
import org.cortado.api.Part;
import org.cortado.api.backend.Backend;
import org.cortado.api.blob.Blob;
import org.cortado.api.blob.Shape;

/** The parts of a composite layer, in the order in which they run. */
final class Parts {

  private final LayerContext context;
  private final Backend backend;
  private final List<PlacedPart> all = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<Wire> views = new HashSet<>();
  private final Set<Wire> wires = new HashSet<>();
  private List<Blob> parameters = List.of();
  private boolean isOpen;

  Parts(LayerContext context, Backend backend) {
    this.context = context;
    this.backend = backend;
  }

  List<PlacedPart> all() {
    return all;
  }

  List<Blob> parameters() {
    return parameters;
  }

  /** Returns what stands for the bottoms of the layer, whose parts may be added now. */
  List<Wire> leadIn(List<Blob> bottoms) {
    isOpen = true;
    return bottoms.stream().map(bottom -> wire(bottom.shape())).toList();
  }

  /**
   * Sets a part up after the others and returns its tops.
   *
   * @throws InvalidLayerException if it can't take the bottoms
   * @throws IllegalStateException if the layer isn't being connected, or a bottom isn't of its own
   */
  List<Wire> add(Part part, List<Wire> bottoms, int tops) {
    try {
      requireOpen(part.toString());
      check(part, bottoms.size(), tops);
      bottoms.forEach(bottom -> requireOwn(bottom, part.toString()));
    } catch (RuntimeException e) {
      part.layer().close();
      throw e;
    }
    List<Wire> outputs = Stream.generate(() -> wire(Shape.of())).limit(tops).toList();
    PlacedPart placed = new PlacedPart(part, bottoms, branches(bottoms), outputs);
    all.add(placed);
    placed.setUp();
    placed.reshape();
    if (part.declaration().sharesData()) {
      views.addAll(outputs);
    }
    parameters = all.stream().map(PlacedPart::parameters).flatMap(Collection::stream).toList();
    return outputs;
  }

  private Wire wire(Shape shape) {
    Wire wire = new Wire(context.blob(shape));
    wires.add(wire);
    return wire;
  }

  private List<Blob> branches(List<Wire> bottoms) {
    return bottoms.stream().map(this::branch).toList();
  }

  private Blob branch(Wire wire) {
    Blob branch = context.blob(wire.shape());
    wire.add(branch);
    return branch;
  }

  /**
   * Returns wires that nothing else reads or stands on, one for each top of the layer; those that
   * aren't such are copied. No part may be added after this.
   *
   * @throws IllegalStateException if one isn't of the layer's own
   */
  List<Wire> leadOut(List<Wire> led, List<Wire> inputs) {
    Set<Wire> shared = new HashSet<>(inputs);
    shared.addAll(views);
    List<Wire> outputs = new ArrayList<>();
    for (Wire wire : led) {
      requireOwn(wire, "a top");
      outputs.add(wire.isRead() || !shared.add(wire) ? copy(wire, outputs.size()) : wire);
    }
    isOpen = false;
    return outputs;
  }

  private Wire copy(Wire wire, int top) {
    LayerType declaration = CopyLayer.class.getAnnotation(LayerType.class);
    String name = context.name() + "/top " + top;
    return add(new Part(name, declaration, new CopyLayer(backend)), List.of(wire), 1).get(0);
  }

  private void requireOpen(String part) {
    if (!isOpen) {
      throw new IllegalStateException("connect() alone may add parts, such as " + part);
    }
  }

  private void requireOwn(Wire wire, String reader) {
    if (!wires.contains(wire)) {
      throw new IllegalStateException("a wire of another layer is given to " + reader);
    }
  }

  private void check(Part part, int bottoms, int tops) {
    if (!names.add(part.name())) {
      throw new InvalidLayerException("there are two parts " + part);
    }
    LayerType type = part.declaration();
    check(part, "bottom", bottoms, type.bottoms(), type.maxBottoms());
    check(part, "top", tops, type.tops(), type.maxTops());
  }

  private static void check(Part part, String what, int found, int least, int declared) {
    int most = declared == LayerType.SAME ? least : declared;
    if (found < least || found > most) {
      String range = most == LayerType.ANY ? least + " or more" : least + " to " + most;
      throw new InvalidLayerException(
          "in %s: takes %s %s, but has %d"
              .formatted(
                  part, least == most ? "" + least : range, most == 1 ? what : what + "s", found));
    }
  }
}
