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
  private boolean fixedShape;

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
    copy.fixedShape = fixedShape;
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

  /** Returns whether bottoms with another first axis can be tried. */
  boolean canBeResized() {
    return !fixedShape
        && !bottoms.isEmpty()
        && bottoms.stream().noneMatch(bottom -> bottom.values() instanceof Exactly)
        && bottoms.stream().allMatch(bottom -> bottom.shape().axes() > 0);
  }

  /** Returns this case with as many times the items. */
  Case times(int factor) {
    return with(copy -> copy.bottoms.replaceAll(bottom -> times(bottom, factor)));
  }

  private static Bottom times(Bottom bottom, int factor) {
    Shape shape = bottom.shape();
    return new Bottom(bottom.values(), shape.with(0, factor * shape.dim(0)));
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
