package org.cortado.engine.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.cortado.engine.inspect.NetDiff.Change;
import org.cortado.engine.inspect.NetDiff.Layer;
import org.cortado.engine.inspect.NetDiff.Rename;

/** Finds what differs between two nets. */
final class Comparison {

  private final NetFacts before;
  private final NetFacts after;
  private final Pairing pairing;
  private final List<LayerFacts> inBoth;

  Comparison(NetFacts before, NetFacts after) {
    this.before = before;
    this.after = after;
    pairing = new Pairing(before.layers(), after.layers());
    inBoth = before.layers().stream().filter(pairing.pairs()::containsKey).toList();
  }

  NetDiff diff() {
    return new NetDiff(
        changes(before.settings(), after.settings()),
        pairing.removed().stream().map(Comparison::layer).toList(),
        pairing.added().stream().map(Comparison::layer).toList(),
        renamed(),
        moved(),
        changed());
  }

  private static Layer layer(LayerFacts facts) {
    return new Layer(facts.name(), facts.type());
  }

  private LayerFacts other(LayerFacts layer) {
    return pairing.pairs().getOrDefault(layer, layer);
  }

  private List<Rename> renamed() {
    return inBoth.stream()
        .filter(layer -> !layer.name().equals(other(layer).name()))
        .map(layer -> new Rename(layer(layer), other(layer).name()))
        .toList();
  }

  private List<Layer> moved() {
    List<Integer> places =
        inBoth.stream().map(layer -> after.layers().indexOf(other(layer))).toList();
    List<Integer> inOrder = Order.longestRising(places);
    return inBoth.stream()
        .filter(layer -> !inOrder.contains(after.layers().indexOf(other(layer))))
        .map(Comparison::layer)
        .toList();
  }

  private Map<Layer, List<Change>> changed() {
    Map<Layer, List<Change>> changed = new LinkedHashMap<>();
    for (LayerFacts layer : inBoth) {
      List<Change> changes = new ArrayList<>(wiring(layer, other(layer)));
      changes.addAll(changes(layer.settings(), other(layer).settings()));
      changes.addAll(changes(before.shapes(layer), after.shapes(other(layer))));
      if (!changes.isEmpty()) {
        changed.put(layer(layer), changes);
      }
    }
    return changed;
  }

  private List<Change> wiring(LayerFacts one, LayerFacts other) {
    List<Change> changes = new ArrayList<>();
    if (!one.type().equals(other.type())) {
      changes.add(new Change("type", one.type(), other.type()));
    }
    if (!pairing.bottomsAfter(one).equals(other.bottoms())) {
      changes.add(new Change("bottom", "" + one.bottoms(), "" + other.bottoms()));
    }
    boolean bothDefault = one.topsAreDefault() && other.topsAreDefault();
    if (!bothDefault && !topsAfter(one, other).equals(other.tops())) {
      changes.add(new Change("top", "" + one.tops(), "" + other.tops()));
    }
    return changes;
  }

  /** A top that is a bottom's blob is called whatever that is called. */
  private static List<String> topsAfter(LayerFacts one, LayerFacts other) {
    return one.tops().stream()
        .map(
            top ->
                one.bottoms().indexOf(top) == 0 && !other.bottoms().isEmpty()
                    ? other.bottoms().get(0)
                    : top)
        .toList();
  }

  private static List<Change> changes(Map<String, String> before, Map<String, String> after) {
    TreeSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    return keys.stream()
        .map(key -> new Change(key, before.getOrDefault(key, ""), after.getOrDefault(key, "")))
        .filter(change -> !change.before().equals(change.after()))
        .toList();
  }
}
