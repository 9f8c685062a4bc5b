package org.cortado.engine.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortado.engine.definition.Fields;
import org.cortado.engine.definition.ListNode;
import org.cortado.engine.definition.MapNode;
import org.cortado.engine.definition.Node;
import org.cortado.engine.definition.Reporter;
import org.cortado.engine.definition.ScalarNode;

/** Chains a layer that is to be repeated: the top of one is the first bottom of the next. */
final class RepeatedLayer {

  private static final String BOTTOM = "bottom";
  private static final String TOP = "top";

  private final MapNode item;
  private final Frame frame;
  private final Substitution substitution;
  private final Reporter reporter;

  RepeatedLayer(MapNode item, Frame frame, Substitution substitution, Reporter reporter) {
    this.item = item;
    this.frame = frame;
    this.substitution = substitution;
    this.reporter = reporter;
  }

  /** Returns the layers, none once what is wrong is reported. */
  List<MapNode> layers() {
    Node repeat = item.get("repeat").orElseThrow();
    if (repeat instanceof ListNode) {
      reporter.at("repeat").mustBe("a whole number, for a layer has no args", repeat);
      return List.of();
    }
    Optional<List<Optional<Node>>> times =
        new RepeatReader(frame, substitution, reporter).read(repeat);
    return times.map(all -> chain(all.size())).orElse(List.of());
  }

  private List<MapNode> chain(int count) {
    List<MapNode> layers = new ArrayList<>();
    String before = "";
    for (int index = 1; index <= count; index++) {
      Scope scope = RepeatReader.counted(frame.scope(), item.place(), index, count);
      MapNode layer = substitution.applyToMap(item.without("repeat"), scope, frame.use());
      Fields fields = new Fields(layer, reporter);
      String name = fields.name("name").orElse("");
      if (name.isEmpty()) {
        reporter.add(layer.place(), "name is missing");
        return List.of();
      }
      List<String> tops = fields.names(TOP);
      if (tops.size() > 1 || fields.names(BOTTOM).isEmpty()) {
        reporter.add(layer.place(), "only a layer with a bottom and one top can be repeated");
        return List.of();
      }
      String last = tops.isEmpty() ? name : tops.get(0);
      String top = index == count ? last : name + "/" + index;
      layers.add(link(layer, name + "/" + index, before, fields.names(BOTTOM), top));
      before = top;
    }
    return layers;
  }

  private static MapNode link(
      MapNode layer, String name, String before, List<String> bottoms, String top) {
    List<String> chained =
        before.isEmpty()
            ? bottoms
            : Stream.concat(Stream.of(before), bottoms.stream().skip(1)).toList();
    return layer
        .with(Trees.entry(layer.place(), "name", ScalarNode.ofText(layer.place(), name)))
        .with(Trees.entry(layer.place(), BOTTOM, Trees.texts(layer.place(), chained)))
        .with(Trees.entry(layer.place(), TOP, ScalarNode.ofText(layer.place(), top)));
  }
}
