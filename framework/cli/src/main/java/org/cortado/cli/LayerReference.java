package org.cortado.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cortado.api.filler.Filler;
import org.cortado.engine.plugin.LayerCatalogue;
import org.cortado.engine.plugin.LayerDeclaration;

/** All that the layers and fillers at hand declare of themselves, as a page of Markdown. */
final class LayerReference {

  private final LayerCatalogue catalogue;
  private final MarkdownPage page;

  LayerReference(LayerCatalogue catalogue, Consumer<String> lines) {
    this.catalogue = catalogue;
    page = new MarkdownPage(lines);
  }

  /** Hands on the page. */
  void print() {
    page.say("# Layers and fillers", "");
    page.say("Written by `cortado layers --markdown` from what each declares of itself.");
    contents();
    byPackage().forEach(this::family);
    page.say("", "## Fillers");
    catalogue.variants().of(Filler.class).forEach(this::filler);
  }

  private void contents() {
    page.table(
        List.of("type", "bottoms → tops", ""),
        catalogue.declarations().stream().map(LayerReference::contents).toList());
  }

  private static List<String> contents(LayerDeclaration layer) {
    return List.of(MarkdownPage.link(layer.name()), Arity.arrow(layer.type()), layer.help());
  }

  private Map<String, List<LayerDeclaration>> byPackage() {
    Collection<LayerDeclaration> all = catalogue.declarations();
    return all.stream()
        .collect(
            Collectors.groupingBy(
                layer -> layer.layerClass().getPackageName(), TreeMap::new, Collectors.toList()));
  }

  private void family(String packageName, List<LayerDeclaration> layers) {
    page.say("", "## " + packageName);
    layers.forEach(this::layer);
  }

  private void layer(LayerDeclaration layer) {
    page.say("", "### " + layer.name(), "", layer.help(), "");
    new LayerDescription(layer)
        .facts()
        .forEach((fact, words) -> page.say("- " + fact + ": " + words));
    options(layer.optionsType());
  }

  private void filler(String name, Class<? extends Record> type) {
    page.say("", "### " + name, "", new FillerDescription(name, type).help());
    options(type);
  }

  private void options(Class<? extends Record> type) {
    page.options("option", new OptionsText(type).rows());
  }
}
