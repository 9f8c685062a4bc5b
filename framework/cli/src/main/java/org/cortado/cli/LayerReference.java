package org.cortado.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortado.api.filler.Filler;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.LayerDeclaration;

/** All that the layers and fillers at hand declare of themselves, as a page of Markdown. */
final class LayerReference {

  private final LayerCatalogue catalogue;
  private final Consumer<String> lines;

  LayerReference(LayerCatalogue catalogue, Consumer<String> lines) {
    this.catalogue = catalogue;
    this.lines = lines;
  }

  /** Hands on the page. */
  void print() {
    say("# Layers and fillers", "");
    say("Written by `cortado layers --markdown` from what each declares of itself.");
    contents();
    byPackage().forEach(this::family);
    say("", "## Fillers");
    catalogue.variants().of(Filler.class).forEach(this::filler);
  }

  private void say(String... text) {
    Stream.of(text).forEach(lines);
  }

  private void contents() {
    say("");
    row("type", "bottoms → tops", "");
    row("---", "---", "---");
    for (LayerDeclaration layer : catalogue.declarations()) {
      String link = "[%s](#%s)".formatted(layer.name(), anchor(layer.name()));
      row(link, Arity.arrow(layer.type()), layer.help());
    }
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
  }

  private void row(String... cells) {
    say(
        Stream.of(cells)
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |")));
  }

  private Map<String, List<LayerDeclaration>> byPackage() {
    Collection<LayerDeclaration> all = catalogue.declarations();
    return all.stream()
        .collect(
            Collectors.groupingBy(
                layer -> layer.layerClass().getPackageName(), TreeMap::new, Collectors.toList()));
  }

  private void family(String packageName, List<LayerDeclaration> layers) {
    say("", "## " + packageName);
    layers.forEach(this::layer);
  }

  private void layer(LayerDeclaration layer) {
    say("", "### " + layer.name(), "", layer.help(), "");
    new LayerDescription(layer).facts().forEach((fact, words) -> say("- " + fact + ": " + words));
    options(layer.optionsType());
  }

  private void filler(String name, Class<? extends Record> type) {
    say("", "### " + name, "", new FillerDescription(name, type).help());
    options(type);
  }

  private void options(Class<? extends Record> type) {
    List<List<String>> rows = new OptionsText(type).rows();
    if (rows.isEmpty()) {
      return;
    }
    say("");
    row("option", "type", "default", "range", "");
    row("---", "---", "---", "---", "---");
    rows.forEach(row -> row(row.toArray(String[]::new)));
  }
}
