package org.cortado.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortado.api.Phase;
import org.cortado.api.blob.Shape;
import org.cortado.engine.gradient.GradientSettings;

/**
 * A layer with options and bottoms for which the contract is proved.
 *
 * <p>Each method returns another case and leaves this one as it is.
 */
public final class Case {

  /** What one bottom is. */
  record Bottom(Values values, Shape shape) {}

  private final String type;
  private final Map<String, Object> options;
  private final List<Bottom> bottoms;
  private int tops = 1;
  private Phase phase = Phase.TRAIN;
  private GradientSettings gradient = GradientSettings.defaults();
  private String draw = "";
  private boolean fixedShape;
  private boolean mixesItems;
  private boolean hidesNaN;
  private boolean shapedByData;
  private boolean allocates;

  Case(String type) {
    this(type, Map.of(), List.of());
  }

  private Case(String type, Map<String, Object> options, List<Bottom> bottoms) {
    this.type = type;
    this.options = new LinkedHashMap<>(options);
    this.bottoms = new ArrayList<>(bottoms);
  }

  private Case with(Consumer<Case> change) {
    Case copy = new Case(type, options, bottoms);
    copy.tops = tops;
    copy.phase = phase;
    copy.gradient = gradient;
    copy.draw = draw;
    copy.fixedShape = fixedShape;
    copy.mixesItems = mixesItems;
    copy.hidesNaN = hidesNaN;
    copy.shapedByData = shapedByData;
    copy.allocates = allocates;
    change.accept(copy);
    return copy;
  }

  /** Sets an option; a text is read as YAML: {@code "{type: constant, value: 1}"}. */
  public Case option(String key, Object value) {
    return with(copy -> copy.options.put(key, value));
  }

  /** Adds a bottom of the given sizes that holds {@link Values#anything}. */
  public Case bottom(int... dims) {
    return bottom(Values.anything(), dims);
  }

  /** Adds a bottom of the given sizes. */
  public Case bottom(Values values, int... dims) {
    return with(copy -> copy.bottoms.add(new Bottom(values, Shape.of(dims))));
  }

  /** Sets the number of tops, which is 1 otherwise. */
  public Case tops(int count) {
    return with(copy -> copy.tops = count);
  }

  /** Sets the phase, which is training otherwise. */
  public Case phase(Phase other) {
    return with(copy -> copy.phase = other);
  }

  /** Sets how closely gradients are looked at. */
  public Case gradient(GradientSettings settings) {
    return with(copy -> copy.gradient = settings);
  }

  /** Says that the layer can't take bottoms with more or fewer items than these. */
  public Case fixedShape() {
    return with(copy -> copy.fixedShape = true);
  }

  /**
   * Says that the items of a batch depend on each other.
   *
   * <p>Otherwise, where every bottom and top has the batch for its first axis and nothing is drawn
   * at random, a batch has to give what its items give one by one.
   */
  public Case mixesItems() {
    return with(copy -> copy.mixesItems = true);
  }

  /** Says that a NaN among the bottoms may vanish: a comparison with it is false, say. */
  public Case hidesNaN() {
    return with(copy -> copy.hidesNaN = true);
  }

  /** Says that forward gives the tops other shapes than reshape did, by what the bottoms hold. */
  public Case shapedByData() {
    return with(copy -> copy.shapedByData = true);
  }

  /** Says that a sweep may take memory of the Java heap, as one that reads files does. */
  public Case allocates() {
    return with(copy -> copy.allocates = true);
  }

  String type() {
    return type;
  }

  Map<String, Object> options() {
    return options;
  }

  List<Bottom> bottoms() {
    return bottoms;
  }

  int tops() {
    return tops;
  }

  Phase phase() {
    return phase;
  }

  GradientSettings gradient() {
    return gradient;
  }

  boolean canMixItems() {
    return mixesItems;
  }

  boolean canHideNaN() {
    return hidesNaN;
  }

  boolean isShapedByData() {
    return shapedByData;
  }

  boolean canAllocate() {
    return allocates;
  }

  /** Returns what tells the numbers drawn for this case from those drawn for its like. */
  String draw() {
    return draw;
  }

  /** Returns this case with other numbers in its bottoms, parameters and tops' diffs. */
  Case drawnAs(String other) {
    return with(copy -> copy.draw = other);
  }

  /** Returns this case with bottoms of other shapes, which no longer hold values one by one. */
  Case shaped(List<Shape> shapes) {
    return with(
        copy -> {
          for (int i = 0; i < shapes.size(); i++) {
            copy.bottoms.set(i, reshaped(bottoms.get(i), shapes.get(i)));
          }
        });
  }

  private static Bottom reshaped(Bottom bottom, Shape shape) {
    boolean fits = bottom.shape().equals(shape) || !(bottom.values() instanceof Exactly);
    return new Bottom(fits ? bottom.values() : Values.anything(), shape);
  }

  List<Shape> shapes() {
    return bottoms.stream().map(Bottom::shape).toList();
  }

  /** Returns whether bottoms with another first axis can be tried. */
  boolean canBeResized() {
    return !fixedShape
        && !bottoms.isEmpty()
        && bottoms.stream().noneMatch(bottom -> bottom.values() instanceof Exactly)
        && bottoms.stream().allMatch(bottom -> bottom.shape().axes() > 0);
  }

  /** Returns whether the first axis of every bottom has the same size, as where it counts items. */
  boolean hasItems() {
    return canBeResized()
        && shapes().stream().map(shape -> shape.dim(0)).distinct().limit(2).count() == 1;
  }

  /** Returns this case with as many times the items. */
  Case times(int factor) {
    return shaped(shapes().stream().map(shape -> shape.with(0, factor * shape.dim(0))).toList());
  }

  /** Returns this case with so many items in each bottom. */
  Case items(int count) {
    return shaped(shapes().stream().map(shape -> shape.with(0, count)).toList());
  }

  /** Returns the case as its tests are called. */
  @Override
  public String toString() {
    Stream<String> shapes = bottoms.stream().map(bottom -> bottom.shape().toString());
    return type
        + (options.isEmpty() ? "" : " " + options)
        + (bottoms.isEmpty() ? "" : shapes.collect(Collectors.joining(" ", " ", "")))
        + (tops == 1 ? "" : " " + tops + " tops")
        + (phase == Phase.TRAIN ? "" : " in phase test");
  }
}
