package org.cortado.testkit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.cortado.api.Claim;
import org.cortado.api.Phase;
import org.cortado.api.blob.Shape;
import org.cortado.api.promise.Experimental;
import org.cortado.engine.gradient.GradientSettings;

/**
 * A layer with options and bottoms for which the contract is proved.
 *
 * <p>Each method returns another case and leaves this one as it is.
 */
public final class Case {

  private final TestedType type;
  private final Map<String, Object> options;
  private final List<Bottom> bottoms;
  private int tops = 1;
  private Phase phase = Phase.TRAIN;
  private GradientSettings gradient = GradientSettings.defaults();
  private String draw = "";
  private final Set<Claim> claims = EnumSet.noneOf(Claim.class);

  Case(TestedType type) {
    this(type, Map.of(), List.of());
    claims.addAll(List.of(type.declaration().type().claims()));
  }

  private Case(TestedType type, Map<String, Object> options, List<Bottom> bottoms) {
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
    copy.claims.addAll(claims);
    change.accept(copy);
    return copy;
  }

  /** Sets an option; a text is read as YAML: {@code "{type: constant, value: 1}"}. */
  public Case option(String key, Object value) {
    return with(copy -> copy.options.put(key, value));
  }

  /** Replaces all options. */
  Case options(Map<String, Object> others) {
    return with(
        copy -> {
          copy.options.clear();
          copy.options.putAll(others);
        });
  }

  /** Adds a bottom of the given sizes that holds {@link Values#anything}. */
  public Case bottom(int... dims) {
    return bottom(Values.anything(), dims);
  }

  /** Adds a bottom of the given sizes. */
  public Case bottom(Values values, int... dims) {
    return bottom(values, Shape.of(dims));
  }

  Case bottom(Values values, Shape shape) {
    return with(copy -> copy.bottoms.add(new Bottom(values, shape)));
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
  @Experimental
  public Case gradient(GradientSettings settings) {
    return with(copy -> copy.gradient = settings);
  }

  /** Says that nothing holds here of what the layer's declaration claims whatever its options. */
  public Case withoutClaims() {
    return with(copy -> copy.claims.clear());
  }

  /** Says that the layer can't take bottoms with more or fewer items than these. */
  public Case fixedShape() {
    return with(copy -> copy.claims.add(Claim.FIXED_SHAPE));
  }

  /**
   * Says that the items of a batch depend on each other.
   *
   * <p>Otherwise, where every bottom and top has the batch for its first axis and nothing is drawn
   * at random, a batch has to give what its items give one by one.
   */
  public Case mixesItems() {
    return with(copy -> copy.claims.add(Claim.MIXES_ITEMS));
  }

  /** Says that a NaN among the bottoms may vanish: a comparison with it is false, say. */
  public Case hidesNaN() {
    return with(copy -> copy.claims.add(Claim.HIDES_NAN));
  }

  /** Says that forward gives the tops other shapes than reshape did, by what the bottoms hold. */
  public Case shapedByData() {
    return with(copy -> copy.claims.add(Claim.SHAPED_BY_DATA));
  }

  /** Says that a sweep may take memory of the Java heap, as one that reads files does. */
  public Case allocates() {
    return with(copy -> copy.claims.add(Claim.ALLOCATES));
  }

  TestedType type() {
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

  /** Returns this case, saying all this as well. */
  Case claiming(Set<Claim> more) {
    return with(copy -> copy.claims.addAll(more));
  }

  /** Returns whether the case says so. */
  boolean says(Claim claim) {
    return claims.contains(claim);
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
    ListIterator<Shape> next = shapes.listIterator();
    return with(copy -> copy.bottoms.replaceAll(bottom -> bottom.reshaped(next.next())));
  }

  List<Shape> shapes() {
    return bottoms.stream().map(Bottom::shape).toList();
  }

  /** Returns whether bottoms with another first axis can be tried. */
  boolean canBeResized() {
    return !says(Claim.FIXED_SHAPE)
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

  @Override
  public String toString() {
    return CaseName.of(this);
  }
}
