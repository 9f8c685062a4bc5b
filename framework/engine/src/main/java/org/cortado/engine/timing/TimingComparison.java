package org.cortado.engine.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets a timing beside an earlier one; layers are the same if name and type are.
 *
 * @param before the earlier one
 * @param after the one that is of interest
 */
public record TimingComparison(TimingReport before, TimingReport after) {

  /**
   * Something in which two timings differ, so that their times can't simply be compared.
   *
   * @param what in words
   * @param before what it was
   * @param after what it is
   */
  public record Difference(String what, String before, String after) {}

  /** Returns all but the times in which both differ. */
  public List<Difference> differences() {
    List<Difference> found = new ArrayList<>();
    Map<String, String> machine = after.machine().parts();
    before
        .machine()
        .parts()
        .forEach((part, was) -> add(found, part, was, machine.getOrDefault(part, "")));
    NetTiming was = before.timing();
    NetTiming is = after.timing();
    add(found, "net", was.net(), is.net());
    add(found, "phase", was.phase(), is.phase());
    add(found, "items", was.items(), is.items());
    add(found, "operations", operations(was), operations(is));
    add(found, "made-up inputs", listed(before.madeUp()), listed(after.madeUp()));
    add(found, "layers that only one has", listed(only(was, is)), listed(only(is, was)));
    return found;
  }

  private static long operations(NetTiming timing) {
    return Math.round(timing.iteration().work().operations());
  }

  private static String listed(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static void add(List<Difference> found, String what, Object was, Object is) {
    if (!was.equals(is)) {
      found.add(new Difference(what, String.valueOf(was), String.valueOf(is)));
    }
  }

  private static List<String> only(NetTiming one, NetTiming other) {
    return one.layers().stream()
        .filter(layer -> other.layers().stream().noneMatch(each -> isSame(layer, each)))
        .map(LayerTiming::name)
        .toList();
  }

  private static boolean isSame(LayerTiming one, LayerTiming other) {
    return one.name().equals(other.name()) && one.type().equals(other.type());
  }

  /** Returns what became of a layer's forward pass, if it was there before. */
  public Optional<TimingChange> forward(LayerTiming layer) {
    return earlier(layer).map(was -> change(was.forward(), layer.forward()));
  }

  /** Returns what became of a layer's backward pass, if it has one and had one before. */
  public Optional<TimingChange> backward(LayerTiming layer) {
    return earlier(layer)
        .flatMap(LayerTiming::backward)
        .flatMap(was -> layer.backward().map(is -> change(was, is)));
  }

  /** Returns what became of the whole net's forward sweep. */
  public TimingChange forward() {
    return change(before.timing().forward(), after.timing().forward());
  }

  /** Returns what became of its backward sweep, if it has one and had one before. */
  public Optional<TimingChange> backward() {
    return before
        .timing()
        .backward()
        .flatMap(was -> after.timing().backward().map(is -> change(was, is)));
  }

  /** Returns what became of an iteration. */
  public TimingChange iteration() {
    return change(before.timing().iteration(), after.timing().iteration());
  }

  private Optional<LayerTiming> earlier(LayerTiming layer) {
    return before.timing().layers().stream().filter(each -> isSame(each, layer)).findFirst();
  }

  private static TimingChange change(PassTiming was, PassTiming is) {
    return new TimingChange(was.seconds(), is.seconds());
  }
}
