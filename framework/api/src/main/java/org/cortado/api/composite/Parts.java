package org.cortado.api.composite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cortado.api.DataLayer;
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
  private List<Blob> parameters = List.of();

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

  /**
   * Sets a part up after the others and returns its tops.
   *
   * @throws InvalidLayerException if it can't take the bottoms
   */
  List<Wire> add(Part part, List<Wire> bottoms, int tops) {
    try {
      check(part, bottoms.size(), tops);
    } catch (RuntimeException e) {
      part.layer().close();
      throw e;
    }
    List<Wire> outputs = Stream.generate(this::wire).limit(tops).toList();
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

  private Wire wire() {
    return new Wire(context.blob(Shape.of()));
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
   * aren't such are copied.
   */
  List<Wire> leadOut(List<Wire> wires, List<Wire> inputs) {
    Set<Wire> shared = new HashSet<>(inputs);
    shared.addAll(views);
    List<Wire> outputs = new ArrayList<>();
    for (Wire wire : wires) {
      outputs.add(wire.isRead() || !shared.add(wire) ? copy(wire, outputs.size()) : wire);
    }
    return outputs;
  }

  private Wire copy(Wire wire, int top) {
    LayerType declaration = CopyLayer.class.getAnnotation(LayerType.class);
    String name = context.name() + "/top " + top;
    return add(new Part(name, declaration, new CopyLayer(backend)), List.of(wire), 1).get(0);
  }

  private void check(Part part, int bottoms, int tops) {
    if (!names.add(part.name())) {
      throw new InvalidLayerException("there are two parts " + part);
    }
    if (part.layer() instanceof DataLayer) {
      throw new InvalidLayerException(
          "a layer that reads data can't be a part, as " + part + " is");
    }
    LayerType type = part.declaration();
    check(part, "bottoms", bottoms, type.bottoms(), type.maxBottoms());
    check(part, "tops", tops, type.tops(), type.maxTops());
  }

  private static void check(Part part, String what, int found, int least, int declared) {
    int most = declared == LayerType.SAME ? least : declared;
    if (found < least || found > most) {
      String range = most == LayerType.ANY ? least + " or more" : least + " to " + most;
      throw new InvalidLayerException(
          "in %s: takes %s %s, but has %d"
              .formatted(part, least == most ? "" + least : range, what, found));
    }
  }
}
