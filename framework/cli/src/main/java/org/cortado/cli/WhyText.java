package org.cortado.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cortado.api.Phase;
import org.cortado.engine.definition.Place;
import org.cortado.engine.inspect.LayerPresence;
import org.cortado.engine.inspect.LayerReport;
import org.cortado.engine.inspect.ParameterReport;
import org.cortado.engine.net.Parameter;

/** What there is to say of a layer, for people. */
record WhyText(LayerReport layer, Optional<Rates> rates) {

  private static final String INDENT = "  ";

  /** Hands on lines about a layer of the net. */
  void print(Consumer<String> lines) {
    print(layer.presence(), lines);
    Table table = new Table();
    layer.bottoms().forEach(bottom -> add(bottom, table));
    layer.tops().forEach(top -> add(top, table));
    table.add("in place", layer.inPlace() ? "yes" : "no");
    table.add("backward", (layer.gradient().runs() ? runs() : "doesn't run: ") + reason());
    layer.bottoms().forEach(bottom -> addGradient(bottom, table));
    layer.parameters().forEach(parameter -> add(parameter, table));
    table.print(INDENT, lines);
  }

  /** Hands on lines about a layer whether it is in the net or not. */
  static void print(LayerPresence layer, Consumer<String> lines) {
    lines.accept(
        "layer '%s' (%s) is %s for %s: %s"
            .formatted(
                layer.name(),
                layer.type(),
                layer.verdict().isIn() ? "in" : "out",
                layer.state(),
                layer.verdict().reason()));
    lines.accept(INDENT + "stands at " + layer.place());
    for (Place.Use use : layer.place().uses()) {
      lines.accept(INDENT + "in the block used as '%s' at %s".formatted(use.prefix(), use.place()));
    }
  }

  private String runs() {
    return layer.presence().state().phase() == Phase.TRAIN ? "runs: " : "would run if asked to: ";
  }

  private String reason() {
    return layer.gradient().reason();
  }

  private static void add(LayerReport.Bottom bottom, Table table) {
    table.add(
        "reads",
        "'%s' %s, written by %s".formatted(bottom.blob(), bottom.shape(), bottom.writer()));
  }

  private static void add(LayerReport.Top top, Table table) {
    String readers = top.readers().isEmpty() ? "none" : listed(top.readers());
    table.add("writes", "'%s' %s, read by %s".formatted(top.blob(), top.shape(), readers));
  }

  private static void addGradient(LayerReport.Bottom bottom, Table table) {
    String gets = bottom.gradient().runs() ? "gets a gradient: " : "gets no gradient: ";
    table.add("", "'" + bottom.blob() + "' " + gets + bottom.gradient().reason());
  }

  private void add(ParameterReport parameter, Table table) {
    Parameter owner = parameter.owner();
    table.add(
        "parameter " + parameter.index(),
        owner.blob().shape() + " " + ownership(parameter) + users(parameter));
    parameter
        .filler()
        .ifPresent(node -> table.add("", "filled by " + Output.text(JsonTree.of(node))));
    table.add("", owner.blob().takesGradient() ? learning(owner) : "a statistic, not learned");
  }

  private static String ownership(ParameterReport parameter) {
    Parameter owner = parameter.owner();
    return switch (parameter.ownership()) {
      case OWN -> "its own";
      case SHARES -> "that of %s, which it shares".formatted(owner.layer());
      case NAME -> "that of %s, which has the same name".formatted(owner.layer());
    };
  }

  private static String users(ParameterReport parameter) {
    List<String> users = parameter.users();
    boolean own = parameter.ownership() == ParameterReport.Ownership.OWN;
    return own && !users.isEmpty() ? ", used by " + listed(users) + ", too" : "";
  }

  private String learning(Parameter owner) {
    String multipliers =
        "lr_mult %s, decay_mult %s"
            .formatted(Figures.number(owner.lrMult()), Figures.number(owner.decayMult()));
    return multipliers
        + owner.maxNorm().map(norm -> ", max_norm " + Figures.number(norm)).orElse("")
        + rates.map(rate -> ": " + rates(rate, owner)).orElse("")
        + (owner.lrMult() == 0 ? "; it stays as it is" : "");
  }

  private static String rates(Rates rates, Parameter owner) {
    return "learning rate %s, decay %s in iteration 0"
        .formatted(Figures.number(rates.rate(owner)), Figures.number(rates.decay(owner)));
  }

  private static String listed(List<String> names) {
    return String.join(", ", names);
  }
}
