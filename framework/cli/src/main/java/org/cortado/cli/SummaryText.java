package org.cortado.cli;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cortado.engine.inspect.LayerSummary;
import org.cortado.engine.inspect.NetSummary;

/** The summary of a net as a table. */
record SummaryText(NetSummary net) {

  /** Hands on lines for people. */
  void print(Consumer<String> lines) {
    lines.accept(
        "%s, %s: %s".formatted(net.name(), net.phase().name().toLowerCase(Locale.ROOT), extent()));
    lines.accept("");
    table().print("", lines);
    if (net.statistics() > 0) {
      lines.accept("");
      lines.accept(
          Figures.count(net.statistics()) + " more numbers are kept as statistics, not learned");
    }
  }

  private String extent() {
    return net.items() == 0
        ? "shapes, multiply-adds and memory of the whole batch"
        : "multiply-adds of one item, shapes and memory of all " + net.items();
  }

  private Table table() {
    Table table = new Table().rightAligned(3, 4, 5, 6, 7);
    table.add(
        "LAYER", "TYPE", "TOPS", "PARAMETERS", "MULTIPLY-ADDS", "TRAINING", "INFERENCE", "FIELD");
    net.layers().forEach(layer -> add(layer, table));
    table.add(
        "total",
        "",
        "",
        Figures.count(net.parameters()),
        Figures.scaled(net.multiplyAddsOfItem()),
        Figures.bytes(net.activations().training()),
        Figures.bytes(net.activations().inference()),
        "");
    return table;
  }

  private void add(LayerSummary layer, Table table) {
    table.add(
        layer.name(),
        layer.type(),
        layer.tops().stream().map(top -> top.shape().toString()).collect(Collectors.joining(" ")),
        shown(layer.parameters(), Figures.count(layer.parameters())),
        shown(layer.multiplyAdds(), Figures.scaled(net.ofItem(layer.multiplyAdds()))),
        shown(layer.activations().training(), Figures.bytes(layer.activations().training())),
        shown(layer.activations().inference(), Figures.bytes(layer.activations().inference())),
        layer.receptiveField().toString());
  }

  /** What costs nothing is left empty, for the eye to find what does. */
  private static String shown(long cost, String text) {
    return cost == 0 ? "" : text;
  }
}
