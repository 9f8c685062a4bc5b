package org.cortado.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cortado.api.LayerTraits;
import org.cortado.api.LayerType;
import org.cortado.api.Reads;
import org.cortado.engine.definition.Words;
import org.cortado.engine.plugin.LayerDeclaration;

/** What there is to say of a layer type. */
record LayerDescription(LayerDeclaration layer) implements DescribeCommand.Description {

  @Override
  public void print(Consumer<String> lines) {
    lines.accept(layer.name() + (layer.help().isEmpty() ? "" : ": " + layer.help()));
    lines.accept("");
    Table table = new Table();
    table.add("from", layer.origin());
    facts().forEach((fact, words) -> table.add(fact, words));
    table.print("", lines);
    lines.accept("");
    new OptionsText(layer.optionsType()).print(lines);
  }

  /** Returns what the layer declares besides its options, in words, by what it is about. */
  Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("bottoms", named(Arity.ofBottoms(type()), type().bottomNames()));
    facts.put("tops", tops());
    facts.put("in place", inPlace());
    facts.put("loss", type().loss() ? "yes, the first top" : "no");
    facts.put("backward", backward());
    return facts;
  }

  private String inPlace() {
    return type().inPlace()
        ? "yes"
        : type().inPlaceForward() ? "only where no gradient is wanted" : "no";
  }

  private LayerType type() {
    return layer.type();
  }

  private String tops() {
    return type().topsMatchBottoms()
        ? "as many as bottoms"
        : named(Arity.ofTops(type()), type().topNames());
  }

  private static String named(Arity arity, String[] names) {
    return arity.words() + (names.length == 0 ? "" : ": " + String.join(", ", names));
  }

  private String backward() {
    if (!type().differentiable()) {
      return "none";
    }
    return "reads " + reads() + withoutGradient();
  }

  private String reads() {
    return type().backwardReads().length == 0
        ? "neither the bottoms' nor the tops' data"
        : Arrays.stream(type().backwardReads())
            .map(LayerDescription::words)
            .collect(Collectors.joining(" and "));
  }

  private static String words(Reads reads) {
    return switch (reads) {
      case BOTTOM_DATA -> "the bottoms' data";
      case TOP_DATA -> "the tops' data";
      case TOP_SIGN -> "the tops' signs";
    };
  }

  private String withoutGradient() {
    return without("bottom", type().noGradient(), type().bottomNames())
        + without("top", type().noGradientTops(), type().topNames());
  }

  private static String without(String what, int[] blobs, String[] names) {
    return blobs.length == 0
        ? ""
        : "; no gradient for %s ".formatted(what)
            + IntStream.of(blobs)
                .mapToObj(index -> blob(index, names))
                .collect(Collectors.joining(", "));
  }

  private static String blob(int index, String[] names) {
    if (index < 0) {
      return index + ", counted from the end";
    }
    return index + (index < names.length ? " (" + names[index] + ")" : "");
  }

  @Override
  public Object object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", layer.name());
    object.put("help", layer.help());
    object.put("from", layer.origin());
    object.put("bottoms", object(Arity.ofBottoms(type()), type().bottomNames()));
    object.put("tops", object(Arity.ofTops(type()), type().topNames()));
    object.put("tops_match_bottoms", type().topsMatchBottoms());
    object.put("in_place", type().inPlace());
    object.put("in_place_forward", LayerTraits.of(type()).inPlaceForward());
    object.put("loss", type().loss());
    object.put("differentiable", type().differentiable());
    object.put("backward_reads", Arrays.stream(type().backwardReads()).map(Words::of).toList());
    object.put("no_gradient", IntStream.of(type().noGradient()).boxed().toList());
    object.put("no_gradient_tops", IntStream.of(type().noGradientTops()).boxed().toList());
    object.put("options", new OptionsText(layer.optionsType()).objects());
    return object;
  }

  private static Map<String, Object> object(Arity arity, String[] names) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("least", arity.least());
    if (arity.most() != LayerType.ANY) {
      object.put("most", arity.most());
    }
    object.put("names", List.of(names));
    return object;
  }
}
